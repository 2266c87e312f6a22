# title: iptables
ip netns add a
ip -n a link set lo up
ip netns exec a iptables -A OUTPUT -m owner --uid-owner root -j ACCEPT
ip netns exec a iptables -A OUTPUT -m owner --uid-owner 1000-2000 -j ACCEPT
ip netns exec a iptables -A OUTPUT -m owner ! --gid-owner 0 -j ACCEPT
ip netns exec a iptables -A OUTPUT -m owner --socket-exists -j ACCEPT
ip netns exec a iptables -A OUTPUT -m owner --uid-owner 5 --gid-owner 7 -j ACCEPT
ip netns exec a iptables -A OUTPUT -m owner --uid-owner nobodyx -j ACCEPT
ip netns exec a iptables -A OUTPUT -m owner -j ACCEPT
ip netns exec a iptables -A INPUT -m owner --uid-owner 0 -j ACCEPT
ip netns exec a iptables -t mangle -A POSTROUTING -m owner --uid-owner 0 -j ACCEPT
ip netns exec a iptables -t nat -A OUTPUT -m owner ! --uid-owner 0 -j ACCEPT
ip netns exec a iptables -S OUTPUT
ip netns exec a iptables -nL OUTPUT
ip netns exec a iptables -L OUTPUT -n -v
ip netns exec a iptables -A INPUT -m tcp --dport 80 -j ACCEPT
ip netns exec a iptables -A INPUT -p udp -m tcp --dport 80 -j ACCEPT
ip netns exec a iptables -A INPUT -m icmp --icmp-type 8 -j ACCEPT
ip netns exec a iptables -A INPUT --dport 80 -j ACCEPT
ip netns exec a iptables -A INPUT -p tcp --dport http -j ACCEPT
ip netns exec a iptables -A INPUT -p tcp --dport foo -j ACCEPT
ip netns exec a iptables -A INPUT -p tcp --dport 70000 -j ACCEPT
ip netns exec a iptables -A INPUT -p foo -j ACCEPT
ip netns exec a iptables -A INPUT -s 10.0.0.300 -j ACCEPT
ip netns exec a iptables -A INPUT -s 10.0.0.0/33 -j ACCEPT
ip netns exec a iptables -A INPUT -i verylonginterfacename -j ACCEPT
ip netns exec a iptables -A INPUT -j
ip netns exec a iptables -A
ip netns exec a iptables -I INPUT 0 -j ACCEPT
ip netns exec a iptables -I INPUT 9 -j ACCEPT
ip netns exec a iptables -I INPUT x -j ACCEPT
ip netns exec a iptables -R INPUT -j ACCEPT
ip netns exec a iptables -R INPUT 9 -j ACCEPT
ip netns exec a iptables -D INPUT 9
ip netns exec a iptables -D INPUT 0
ip netns exec a iptables -D INPUT x
ip netns exec a iptables -D INPUT
ip netns exec a iptables -D FOO 1
ip netns exec a iptables -C INPUT -s 1.1.1.1 -j DROP
ip netns exec a iptables -P INPUT
ip netns exec a iptables -P INPUT REJECT
ip netns exec a iptables -P FOO DROP
ip netns exec a iptables -P INPUT DROP -j ACCEPT
ip netns exec a iptables -N FOO
ip netns exec a iptables -N FOO
ip netns exec a iptables -N INPUT
ip netns exec a iptables -N ACCEPT
ip netns exec a iptables -N -x
ip netns exec a iptables -P FOO DROP
ip netns exec a iptables -E FOO BAR
ip netns exec a iptables -E FOO BAR
ip netns exec a iptables -E BAR INPUT
ip netns exec a iptables -A INPUT -j BAR
ip netns exec a iptables -X BAR
ip netns exec a iptables -X NOPE
ip netns exec a iptables -X INPUT
ip netns exec a iptables -F NOPE
ip netns exec a iptables -Z NOPE
ip netns exec a iptables -Z INPUT 99
ip netns exec a iptables -Z INPUT 1
ip netns exec a iptables -L INPUT 99
ip netns exec a iptables -S INPUT 99
ip netns exec a iptables -L NOPE
ip netns exec a iptables -S NOPE
ip netns exec a iptables -t nat -A POSTROUTING -j MASQUERADE -i eth0
ip netns exec a iptables -A INPUT -o eth0 -j ACCEPT
ip netns exec a iptables -A OUTPUT -i eth0 -j ACCEPT
ip netns exec a iptables -A INPUT -j MASQUERADE
ip netns exec a iptables -t nat -A PREROUTING -j MASQUERADE
ip netns exec a iptables -t nat -A INPUT -j REJECT
ip netns exec a iptables -t nat -A PREROUTING -j DROP
ip netns exec a iptables -t filter -A INPUT -j NOTRACK
ip netns exec a iptables -A INPUT -m conntrack -j ACCEPT
ip netns exec a iptables -A INPUT -m conntrack --ctstate FOO -j ACCEPT
ip netns exec a iptables -A INPUT -m state -j ACCEPT
ip netns exec a iptables -A INPUT -m mark -j ACCEPT
ip netns exec a iptables -A INPUT -m mark --mark x -j ACCEPT
ip netns exec a iptables -A INPUT -m limit --limit 0/s -j ACCEPT
ip netns exec a iptables -A INPUT -m limit --limit foo -j ACCEPT
ip netns exec a iptables -A INPUT -m limit --limit 3/fortnight -j ACCEPT
ip netns exec a iptables -A INPUT -m addrtype --dst-type FOO -j ACCEPT
ip netns exec a iptables -A INPUT -m addrtype -j ACCEPT
ip netns exec a iptables -A INPUT -m comment -j ACCEPT
ip netns exec a iptables -A INPUT -m statistic -j ACCEPT
ip netns exec a iptables -A INPUT -m statistic --mode nth -j ACCEPT
ip netns exec a iptables -A INPUT -p tcp -m multiport -j ACCEPT
ip netns exec a iptables -A INPUT -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16 -j ACCEPT
ip netns exec a iptables -A INPUT -p tcp --tcp-flags FOO BAR -j ACCEPT
ip netns exec a iptables -A INPUT -p tcp --tcp-flags SYN -j ACCEPT
ip netns exec a iptables -A INPUT -j LOG --log-prefix "this prefix is much too long for the kernel"
ip netns exec a iptables -A INPUT -j LOG --log-level foo
ip netns exec a iptables -A INPUT -j MARK --set-mark 1
ip netns exec a iptables -A INPUT -j ACCEPT -j DROP
ip netns exec a iptables -A INPUT -j ACCEPT foo
ip netns exec a iptables -A INPUT -A INPUT -j DROP
ip netns exec a iptables -L -F
ip netns exec a iptables -Q
ip netns exec a iptables --foo
ip netns exec a iptables -t
ip netns exec a iptables -t nat -A PREROUTING -p tcp -j DNAT
ip netns exec a iptables -t nat -A POSTROUTING -j SNAT --to-source foo
ip netns exec a iptables -t nat -A PREROUTING -j DNAT --to-destination 1.2.3.4:80
ip netns exec a iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 1.2.3.4:x
ip netns exec a iptables -t nat -A PREROUTING -j NETMAP
ip netns exec a iptables -t nat -A PREROUTING -p icmp -j REDIRECT --to-ports 5
ip netns exec a iptables -v -A INPUT -s 9.9.9.9 -j DROP
ip netns exec a iptables -v -D INPUT -s 9.9.9.9 -j DROP
ip netns exec a iptables -v -N VV
ip netns exec a iptables -v -F
ip netns exec a iptables -v -X
ip netns exec a iptables -v -Z
ip netns exec a iptables -S -v
ip netns exec a iptables-save -t foo
ip netns exec a iptables-save -t filter -c | grep -v '^#'
ip netns exec a iptables-save --foo
ip netns exec a iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 8080
ip netns exec a iptables -t nat -nvL PREROUTING --line-numbers -x
ip netns exec a iptables -nL --line-numbers
ip netns exec a iptables -P FORWARD DROP
ip netns exec a iptables -A FORWARD -p tcp -m tcp --dport 80 -m comment --comment web -j ACCEPT
ip netns exec a iptables -I FORWARD 2 -p tcp -m tcp --dport 443 -j ACCEPT
ip netns exec a iptables -I FORWARD -p tcp -m tcp --dport 22 -j ACCEPT
ip netns exec a iptables -R FORWARD 2 -p tcp -m tcp --dport 8080 -j ACCEPT
ip netns exec a iptables -nL FORWARD 2
ip netns exec a iptables -S FORWARD 2
ip netns exec a iptables -C FORWARD -p tcp --dport 22 -j ACCEPT
ip netns exec a iptables -D FORWARD -p tcp --dport 22 -j ACCEPT
ip netns exec a iptables -D FORWARD 1
ip netns exec a iptables -vS FORWARD
ip netns exec a iptables -Z FORWARD
ip netns exec a iptables -t nat -F
ip netns exec a iptables -t nat -S
ip netns exec a iptables -t mangle -S
ip netns exec a iptables -t raw -nL
ip netns exec a iptables -N one
ip netns exec a iptables -N two
ip netns exec a iptables -A one -j two
ip netns exec a iptables -A INPUT -g one
ip netns exec a iptables -nL one
ip netns exec a iptables -A two -j one
ip netns exec a iptables -S one
ip netns exec a iptables -A one -j two -p tcp
ip netns exec a iptables -X two
ip netns exec a iptables -F one
ip netns exec a iptables -X two
ip netns exec a iptables -E one three
ip netns exec a iptables -S INPUT
ip netns exec a iptables -A INPUT -s 10.0.0.1,10.0.0.2 -d 10.0.1.0/24 -j ACCEPT
ip netns exec a iptables -S INPUT
ip netns exec a iptables -A INPUT -s 10.0.0.1,10.0.0.2 -j ACCEPT
ip netns exec a iptables -D INPUT -s 10.0.0.1,10.0.0.2 -j ACCEPT
ip netns exec a iptables -F INPUT
ip netns exec a iptables -X three
ip netns exec a iptables -L -n
ip netns exec a iptables-save -t filter | grep -v '^#'
ip netns exec a iptables-save -c -t filter | grep -v '^#'
ip netns exec a iptables-restore --version
ip netns exec a iptables --version
ip netns exec a iptables -A INPUT -m owner --uid-owner 5 -j ACCEPT
ip netns exec a iptables -A INPUT -m nonsense -j ACCEPT
ip netns exec a iptables -A INPUT -j nonsense
ip netns exec a iptables -A INPUT -m icmp6 -j ACCEPT
ip netns exec a iptables -t foo -L
ip netns exec a iptables -6 -A INPUT -j ACCEPT
ip netns exec a iptables --append INPUT --protocol tcp --destination-port 80 --jump ACCEPT
ip netns exec a iptables --insert INPUT 1 --source 10.0.0.1 --in-interface eth+ --jump DROP
ip netns exec a iptables --list-rules INPUT
ip netns exec a iptables --check INPUT --source 10.0.0.1 --in-interface eth+ --jump DROP
ip netns exec a iptables --delete INPUT 1
ip netns exec a iptables --policy INPUT DROP
ip netns exec a iptables --list INPUT --numeric --verbose
ip netns exec a iptables --flush
ip netns exec a iptables --new-chain c1
ip netns exec a iptables --rename-chain c1 c2
ip netns exec a iptables --delete-chain c2
ip netns exec a iptables --zero
ip netns exec a iptables -A INPUT ! -i lo -m conntrack ! --ctstate ESTABLISHED -j DROP
ip netns exec a iptables -A INPUT -m conntrack --ctstate NEW,RELATED -j ACCEPT
ip netns exec a iptables -A INPUT -m limit --limit 10/min --limit-burst 3 -j ACCEPT
ip netns exec a iptables -A INPUT -m limit --limit 2/day -j ACCEPT
ip netns exec a iptables -A INPUT -p tcp --syn -j ACCEPT
ip netns exec a iptables -A INPUT -p tcp ! --syn -j ACCEPT
ip netns exec a iptables -A INPUT -p icmp --icmp-type 3/4 -j ACCEPT
ip netns exec a iptables -A INPUT -p tcp -m multiport ! --dports 22,80:90 -j ACCEPT
ip netns exec a iptables -A INPUT -p 47 -j ACCEPT
ip netns exec a iptables -A INPUT ! -p tcp -j ACCEPT
ip netns exec a iptables -A INPUT -m statistic --mode nth --every 4 --packet 1 -j ACCEPT
ip netns exec a iptables -A INPUT -m mark ! --mark 0x10/0xf0 -j ACCEPT
ip netns exec a iptables -A INPUT -m connmark --mark 7 -j ACCEPT
ip netns exec a iptables -A INPUT -f -j DROP
ip netns exec a iptables -A INPUT -j LOG --log-prefix "in: " --log-level debug --log-uid
ip netns exec a iptables -A INPUT -j REJECT --reject-with icmp-admin-prohibited
ip netns exec a iptables -nvL INPUT
ip netns exec a iptables -S INPUT
ip netns exec a iptables -P INPUT ACCEPT
ip netns exec a iptables -P FORWARD ACCEPT
ip netns exec a iptables -F
ip netns exec a iptables -X
ip netns exec a iptables -v -A INPUT -p tcp --dport 80 -i eth0 -s 10.0.0.0/8 -m conntrack --ctstate NEW -j ACCEPT
ip netns exec a iptables -v -I INPUT 1 -p icmp -j REJECT
ip netns exec a iptables -v -A INPUT ! -i lo -o + ! -s 1.2.3.4 -f -g FOO
ip netns exec a iptables -v -N FOO
ip netns exec a iptables -v -A INPUT ! -i lo ! -s 1.2.3.4 -f -g FOO
ip netns exec a iptables -v -C INPUT ! -i lo ! -s 1.2.3.4 -f -g FOO
ip netns exec a iptables -v -R INPUT 1 -p udp -m comment --comment hello
ip netns exec a iptables -v -A FOO
ip netns exec a iptables -v -A FOO -s 1.1.1.1,2.2.2.2 -j LOG --log-prefix x
ip netns exec a iptables -v -D INPUT 1
ip netns exec a iptables -v -P INPUT DROP
ip netns exec a iptables -v -E FOO BAR
ip netns exec a iptables -v -F BAR
ip netns exec a iptables -v -Z INPUT
ip netns exec a iptables -F -p tcp
ip netns exec a iptables -L -p tcp
ip netns exec a iptables -N X -s 1.1.1.1
ip netns exec a iptables -Z -j ACCEPT
ip netns exec a iptables -X -i eth0
ip netns exec a iptables -E A B -j X
ip netns exec a iptables -D INPUT 1 -j ACCEPT
ip netns exec a iptables -A INPUT -n -j ACCEPT
ip netns exec a iptables -A INPUT --line-numbers -j ACCEPT
ip netns exec a iptables -F -n
ip netns exec a iptables -S -n
ip netns exec a iptables -P INPUT ACCEPT -v
# cleanup
ip netns del a

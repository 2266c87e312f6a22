# title: conntrack
ip netns add a
ip -n a link set lo up
ip netns exec a iptables -A INPUT -m conntrack --ctstate NEW -j ACCEPT
ip netns exec a ip6tables -A INPUT -m conntrack --ctstate NEW -j ACCEPT
ip netns exec a nc -n -d -l -k 127.0.0.1 80 &
sleep 0.2
ip netns exec a ping -c1 -W1 127.0.0.1
ip netns exec a ping -6 -n -c1 -W1 ::1
ip netns exec a nc -n -z -w2 127.0.0.1 80
sleep 0.3
ip netns exec a conntrack -L -f ipv6
ip netns exec a conntrack -L -p tcp
ip netns exec a conntrack -L -p icmp -o extended
ip netns exec a conntrack -L -p tcp --dport 80 --state TIME_WAIT
ip netns exec a conntrack -L -p tcp --dport 81
ip netns exec a conntrack -L -p tcp -u ASSURED
ip netns exec a conntrack -L -p tcp -u UNREPLIED
ip netns exec a conntrack -L -p tcp --reply-port-src 80
ip netns exec a conntrack -L -p icmp --icmp-type 8
ip netns exec a conntrack -L -f ipv4 -p icmp -s 127.0.0.1 -d 127.0.0.1
ip netns exec a conntrack -L -r 127.0.0.1 -q 127.0.0.1 -p icmp
ip netns exec a conntrack -L expect
ip netns exec a conntrack -L foo
ip netns exec a conntrack -L -n
ip netns exec a conntrack -L -g 1.2.3.4
ip netns exec a conntrack -L -j
ip netns exec a conntrack -C
ip netns exec a conntrack -C expect
ip netns exec a conntrack -D -p tcp --dport 80
ip netns exec a conntrack -D -p tcp --dport 80
ip netns exec a conntrack -D -s 1.2.3.4
ip netns exec a conntrack -F -f ipv6
ip netns exec a conntrack -L -f ipv6
ip netns exec a conntrack -C
ip netns exec a conntrack -L -p foo
ip netns exec a conntrack -L -s foo
ip netns exec a conntrack -L --dport 80
ip netns exec a conntrack -L -f ipv5
ip netns exec a conntrack -L -u FOO
ip netns exec a conntrack -F
ip netns exec a conntrack -F expect
ip netns exec a conntrack -C
ip netns exec a conntrack -V
# cleanup
ip netns del a

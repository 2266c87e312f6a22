# title: The rules of a home router
# teaches: The inside is hidden behind the address of ppp0, two ports are led inside, everything else from outside is dropped.

ip netns add i
ip netns add r
ip netns add p
ip netns add q
ip netns exec i sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec p sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec q sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n i link add eth0 address 02:00:00:00:00:01 type veth peer name ppp0 netns r address 02:00:00:00:00:02
ip -n r link add br-lan address 02:00:00:00:00:b0 type bridge mcast_snooping 0
ip netns exec r sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n p link add eth0 address 02:00:00:00:01:01 type veth peer name lan1 netns r address 02:00:00:00:02:01
ip -n q link add eth0 address 02:00:00:00:01:02 type veth peer name lan2 netns r address 02:00:00:00:02:02
ip -n r link set lan1 master br-lan
ip -n r link set lan2 master br-lan
ip -n i addr add 203.0.113.9/24 dev eth0
ip -n r addr add 203.0.113.1/24 dev ppp0
ip -n r addr add 192.168.1.1/24 dev br-lan
ip -n p addr add 192.168.1.10/24 dev eth0
ip -n q addr add 192.168.1.11/24 dev eth0
ip -n i link set lo up
ip -n r link set lo up
ip -n p link set lo up
ip -n q link set lo up
ip -n i link set eth0 up
ip -n r link set ppp0 up
ip -n r link set br-lan up
ip -n r link set lan1 up
ip -n r link set lan2 up
ip -n p link set eth0 up
ip -n q link set eth0 up
ip -n p route add default via 192.168.1.1
ip -n q route add default via 192.168.1.1
ip -n i route add 192.168.1.0/24 via 203.0.113.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip netns exec i nc -n -d -l -k 0.0.0.0 80 &
ip netns exec p nc -n -d -l -k 0.0.0.0 443 &
ip netns exec q nc -n -d -l -k 0.0.0.0 22 &
sleep 0.2

# the rule set
mkdir -p /etc/netns/rules
echo '*nat' > /etc/netns/rules/home-router
echo ':PREROUTING ACCEPT [0:0]' >> /etc/netns/rules/home-router
echo '-A PREROUTING -i ppp0 -p tcp --dport 443 -j DNAT --to 192.168.1.10' >> /etc/netns/rules/home-router
echo '-A PREROUTING -i ppp0 -p tcp --dport 2222 -j DNAT --to 192.168.1.11:22' >> /etc/netns/rules/home-router
echo '-A PREROUTING -i ppp0 -p udp -m multiport --dports 3478,5000:5100 -j DNAT --to 192.168.1.12' >> /etc/netns/rules/home-router
echo '-A POSTROUTING -o ppp0 -j MASQUERADE' >> /etc/netns/rules/home-router
echo 'COMMIT' >> /etc/netns/rules/home-router
echo '*mangle' >> /etc/netns/rules/home-router
echo '-A FORWARD -o ppp0 -p tcp --tcp-flags SYN,RST SYN -j MARK --set-mark 1' >> /etc/netns/rules/home-router
echo 'COMMIT' >> /etc/netns/rules/home-router
echo '*filter' >> /etc/netns/rules/home-router
echo ':INPUT DROP [0:0]' >> /etc/netns/rules/home-router
echo ':FORWARD DROP [0:0]' >> /etc/netns/rules/home-router
echo ':OUTPUT ACCEPT [0:0]' >> /etc/netns/rules/home-router
echo '-A INPUT -i lo -j ACCEPT' >> /etc/netns/rules/home-router
echo '-A INPUT -m state --state ESTABLISHED,RELATED -j ACCEPT' >> /etc/netns/rules/home-router
echo '-A INPUT -i br-lan -j ACCEPT' >> /etc/netns/rules/home-router
echo '-A INPUT -i ppp0 -p icmp --icmp-type echo-request -m limit --limit 1/s --limit-burst 5 -j ACCEPT' >> /etc/netns/rules/home-router
echo '-A FORWARD -i br-lan -o ppp0 -j ACCEPT' >> /etc/netns/rules/home-router
echo '-A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT' >> /etc/netns/rules/home-router
echo '-A FORWARD -m conntrack --ctstate DNAT -j ACCEPT' >> /etc/netns/rules/home-router
echo 'COMMIT' >> /etc/netns/rules/home-router
ip netns exec r iptables-restore < /etc/netns/rules/home-router

# probe: from inside to outside
ip netns exec p nc -v -n -z -w2 203.0.113.9 80

# probe: a port led inside
ip netns exec i nc -v -n -z -w2 203.0.113.1 443

# probe: a port led inside to another one
ip netns exec i nc -v -n -z -w2 203.0.113.1 2222

# probe: the router answers a ping
ip netns exec i ping -c1 -W1 203.0.113.1

# probe: nothing else of it answers to the outside
ip netns exec i nc -v -n -z -w2 203.0.113.1 80

# probe: to the inside it is refused by the port, not by a rule
ip netns exec q nc -v -n -z -w2 192.168.1.1 80

# probe: straight to the inside
ip netns exec i ping -c1 -W1 192.168.1.10

# probe: the connections from inside
ip netns exec r conntrack -L -p tcp -s 192.168.1.10

# probe: how often each rule decided
ip netns exec r iptables -nvL

# cleanup
ip netns pids i | xargs -r kill
ip netns del i
ip netns pids r | xargs -r kill
ip netns del r
ip netns pids p | xargs -r kill
ip netns del p
ip netns pids q | xargs -r kill
ip netns del q
rm -r /etc/netns/rules

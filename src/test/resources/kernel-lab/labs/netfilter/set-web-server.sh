# title: The rules of a web server
# teaches: Names are served without tracking, ssh only to two networks, and what is left is refused in the manner of its protocol.

ip netns add s
ip netns add c
ip netns exec s sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n s link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 netns c address 02:00:00:00:00:02
ip -n s addr add 10.0.0.1/24 dev eth0
ip -n c addr add 10.0.0.2/24 dev eth0
ip -n c addr add 192.0.2.5/32 dev eth0
ip -n s link set lo up
ip -n c link set lo up
ip -n s link set eth0 up
ip -n c link set eth0 up
ip -n s route add default via 10.0.0.2
ip netns exec s nc -n -d -l -k 0.0.0.0 80 &
ip netns exec s nc -n -d -l -k 0.0.0.0 22 &
ip netns exec s nc -n -d -l -k -u 10.0.0.1 53 &
sleep 0.2

# the rule set
mkdir -p /etc/netns/rules
echo '*raw' > /etc/netns/rules/web-server
echo '-A PREROUTING -p udp --dport 53 -j NOTRACK' >> /etc/netns/rules/web-server
echo '-A OUTPUT -p udp --sport 53 -j CT --notrack' >> /etc/netns/rules/web-server
echo 'COMMIT' >> /etc/netns/rules/web-server
echo '*filter' >> /etc/netns/rules/web-server
echo ':INPUT DROP [0:0]' >> /etc/netns/rules/web-server
echo ':FORWARD DROP [0:0]' >> /etc/netns/rules/web-server
echo ':OUTPUT ACCEPT [0:0]' >> /etc/netns/rules/web-server
echo ':tcp-checks - [0:0]' >> /etc/netns/rules/web-server
echo '-A INPUT -i lo -j ACCEPT' >> /etc/netns/rules/web-server
echo '-A INPUT ! -i lo -d 127.0.0.0/8 -j REJECT' >> /etc/netns/rules/web-server
echo '-A INPUT -p tcp -j tcp-checks' >> /etc/netns/rules/web-server
echo '-A tcp-checks -p tcp --tcp-flags ALL NONE -j DROP' >> /etc/netns/rules/web-server
echo '-A tcp-checks -p tcp --tcp-flags SYN,FIN SYN,FIN -j DROP' >> /etc/netns/rules/web-server
echo '-A tcp-checks -p tcp ! --syn -m conntrack --ctstate NEW -j DROP' >> /etc/netns/rules/web-server
echo '-A INPUT -m conntrack --ctstate UNTRACKED,ESTABLISHED,RELATED -j ACCEPT' >> /etc/netns/rules/web-server
echo '-A INPUT -p tcp --dport 80 -j ACCEPT' >> /etc/netns/rules/web-server
echo '-A INPUT -p tcp --dport 443 -j ACCEPT' >> /etc/netns/rules/web-server
echo '-A INPUT -p tcp -s 192.0.2.0/24,198.51.100.0/24 --dport 22 -j ACCEPT' >> /etc/netns/rules/web-server
echo '-A INPUT -f -j DROP' >> /etc/netns/rules/web-server
echo '-A INPUT -m limit --limit 5/min -j LOG --log-prefix "iptables denied: " --log-level 7' >> /etc/netns/rules/web-server
echo '-A INPUT -p tcp -j REJECT --reject-with tcp-reset' >> /etc/netns/rules/web-server
echo '-A INPUT -j REJECT --reject-with icmp-proto-unreachable' >> /etc/netns/rules/web-server
echo 'COMMIT' >> /etc/netns/rules/web-server
ip netns exec s iptables-restore < /etc/netns/rules/web-server

# probe: the web server
ip netns exec c nc -v -n -z -w2 10.0.0.1 80

# probe: ssh from an unknown address
ip netns exec c nc -v -n -z -w2 10.0.0.1 22

# probe: ssh from a known network
ip netns exec c nc -v -n -z -w2 -s 192.0.2.5 10.0.0.1 22

# probe: a port nobody serves
ip netns exec c nc -v -n -z -w2 10.0.0.1 443

# probe: a name, not tracked
echo x | ip netns exec c nc -n -u -w1 10.0.0.1 53

# probe: another datagram
echo x | ip netns exec c nc -n -u -w1 10.0.0.1 54

# probe: a ping
ip netns exec c ping -c1 -W1 10.0.0.1

# probe: what is tracked
ip netns exec s conntrack -L -p udp

# probe: how often each rule decided
ip netns exec s iptables -nvL

# cleanup
ip netns pids s | xargs -r kill
ip netns del s
ip netns pids c | xargs -r kill
ip netns del c
rm -r /etc/netns/rules

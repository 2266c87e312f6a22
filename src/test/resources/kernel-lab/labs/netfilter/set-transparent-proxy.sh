# title: The rules of a transparent proxy
# teaches: Some destinations are left out by RETURN or ACCEPT, the masqueraded connections get one port, names are asked of a server
#   on 127.0.0.1; a mask need not be a prefix.

ip netns add c
ip netns add p
ip netns add s
ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec p sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec s sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n c link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 netns p address 02:00:00:00:00:02
ip -n s link add eth0 address 02:00:00:00:01:01 type veth peer name eth1 netns p address 02:00:00:00:01:02
ip -n c addr add 10.0.0.5/24 dev eth0
ip -n c addr add 10.1.2.0/32 dev eth0
ip -n p addr add 10.0.0.1/24 dev eth0
ip -n p addr add 192.168.0.1/24 dev eth1
ip -n s addr add 192.168.0.2/24 dev eth0
ip -n s addr add 10.8.0.2/32 dev eth0
ip -n c link set lo up
ip -n p link set lo up
ip -n s link set lo up
ip -n c link set eth0 up
ip -n p link set eth0 up
ip -n p link set eth1 up
ip -n s link set eth0 up
ip -n c route add default via 10.0.0.1
ip -n p route add 10.8.0.2/32 via 192.168.0.2
ip -n p route add 10.1.2.0/32 dev eth0
ip -n s route add default via 192.168.0.1
ip netns exec p sysctl -qw net.ipv4.ip_forward=1
ip netns exec s nc -n -d -l -k 0.0.0.0 80 &
ip netns exec p nc -n -d -l -k 0.0.0.0 3128 &
ip netns exec p nc -n -d -l -k -u 127.0.0.1 5353 &
sleep 0.2

# the rule set
mkdir -p /etc/netns/rules
echo '*nat' > /etc/netns/rules/transparent-proxy
echo ':SQUID - [0:0]' >> /etc/netns/rules/transparent-proxy
echo '-A PREROUTING -i eth0 -p tcp -m tcp --dport 80 -j SQUID' >> /etc/netns/rules/transparent-proxy
echo '-A SQUID -d 10.0.0.0/8 -j RETURN' >> /etc/netns/rules/transparent-proxy
echo '-A SQUID -d 192.168.0.0/16 -j ACCEPT' >> /etc/netns/rules/transparent-proxy
echo '-A SQUID -p tcp -j REDIRECT --to-ports 3128-3131 --random' >> /etc/netns/rules/transparent-proxy
echo '-A OUTPUT -p tcp -m mark --mark 0x1/0x1 -j ACCEPT' >> /etc/netns/rules/transparent-proxy
echo '-A OUTPUT -p udp --dport 53 -j DNAT --to-destination 127.0.0.1:5353' >> /etc/netns/rules/transparent-proxy
echo '-A POSTROUTING -p tcp -o eth1 -j MASQUERADE --to-ports 20000' >> /etc/netns/rules/transparent-proxy
echo 'COMMIT' >> /etc/netns/rules/transparent-proxy
echo '*filter' >> /etc/netns/rules/transparent-proxy
echo ':PROXY - [0:0]' >> /etc/netns/rules/transparent-proxy
echo '-A INPUT -p tcp -m tcp --dport 3128:3131 -g PROXY' >> /etc/netns/rules/transparent-proxy
echo '-A FORWARD -p esp -j ACCEPT' >> /etc/netns/rules/transparent-proxy
echo '-A FORWARD -p gre -j ACCEPT' >> /etc/netns/rules/transparent-proxy
echo '-A FORWARD -p 89 -j DROP' >> /etc/netns/rules/transparent-proxy
echo '-A PROXY -s 10.0.0.0/255.0.0.255 -j ACCEPT' >> /etc/netns/rules/transparent-proxy
echo '-A PROXY -m statistic --mode nth --every 10 --packet 3 -j LOG --log-prefix proxy --log-tcp-options --log-uid' >> /etc/netns/rules/transparent-proxy
echo '-A PROXY -j DROP' >> /etc/netns/rules/transparent-proxy
echo 'COMMIT' >> /etc/netns/rules/transparent-proxy
ip netns exec p iptables-restore < /etc/netns/rules/transparent-proxy

# probe: left out by RETURN
ip netns exec c nc -v -n -z -w2 10.8.0.2 80

# probe: left out by ACCEPT
ip netns exec c nc -v -n -z -w2 192.168.0.2 80

# probe: straight to the proxy, not by the mask
ip netns exec c nc -v -n -z -w2 10.0.0.1 3128

# probe: straight to the proxy, by the mask
ip netns exec c nc -v -n -z -w2 -s 10.1.2.0 10.0.0.1 3128

# probe: the proxy asks for a name
echo x | ip netns exec p nc -n -u -w1 192.168.0.2 53

# probe: how often each rule of nat decided
ip netns exec p iptables -t nat -nvL

# probe: how often each rule of filter decided
ip netns exec p iptables -nvL

# cleanup
ip netns pids c | xargs -r kill
ip netns del c
ip netns pids p | xargs -r kill
ip netns del p
ip netns pids s | xargs -r kill
ip netns del s
rm -r /etc/netns/rules

# title: The answer of a closed port and its connection
# teaches: A datagram has lost its connection by the time UDP finds no socket. Its ICMP error belongs to none in raw,
#   and is found to be RELATED by what it quotes; the error of a router belongs to it from the start.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv4.ip_forward=1
ip -n a link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 netns b address 02:00:00:00:00:02
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a route add default via 10.0.0.2
ip netns exec b iptables -t raw -A OUTPUT -m conntrack --ctstate RELATED
ip netns exec b iptables -t mangle -A OUTPUT -m conntrack --ctstate RELATED

# probe: nobody listens
echo x | ip netns exec a nc -n -u -w1 10.0.0.2 53

# probe: no route
ip netns exec a ping -c1 -W1 10.7.7.7

# probe: one related packet in raw, two in mangle
ip netns exec b iptables -t raw -nvL OUTPUT

# probe: the same in mangle
ip netns exec b iptables -t mangle -nvL OUTPUT

# cleanup
ip netns del a
ip netns del b

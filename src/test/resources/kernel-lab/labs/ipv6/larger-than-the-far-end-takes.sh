# title: A far end that takes less: the sender learns that its packet was lost
# teaches: A cable whose far end has a smaller MTU drops longer frames at once, and the sender of a fragmented
#   packet is told: No buffer space available. Parts behind the lost one are not sent at all.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0
ip netns add b
ip netns exec b sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link add eth0 type veth peer name eth0 netns b
ip -n a link set eth0 address 02:00:00:00:00:0a
ip -n b link set eth0 address 02:00:00:00:00:0b
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a addr add 2001:db8:1::1/64 dev eth0
ip -n b addr add 2001:db8:1::2/64 dev eth0
ip -n b link set eth0 mtu 1280
sleep 3
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::2

# probe: one packet that fits here and not there
ip netns exec a ping -6 -n -c1 -W0.4 -s1400 2001:db8:1::2

# probe: two parts, of which the first is lost
ip netns exec a ping -6 -n -c1 -W0.4 -s2000 2001:db8:1::2

# probe: a datagram: only who asks for errors learns of it
seq 1 600 | ip netns exec a nc -6 -n -u -w1 -q0 2001:db8:1::2 5000

# probe: traceroute asks
ip netns exec a traceroute -6 -n -q1 -m4 -w1 2001:db8:1::2 2000

# cleanup
ip netns del a
ip netns del b

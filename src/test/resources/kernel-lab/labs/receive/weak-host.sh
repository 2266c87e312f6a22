# title: The weak host
# teaches: An address of any interface is accepted on any interface; answers leave by the route, not
#   by the interface the question came in.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link add eth1 address 02:00:00:00:00:1a type veth peer name eth1 netns b address 02:00:00:00:00:1b
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.1.2/24 dev eth0
ip -n a addr add 10.0.2.1/24 dev eth1
ip -n b addr add 10.0.2.2/24 dev eth1
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a link set eth1 up
ip -n b link set eth1 up
ip -n a route add 10.0.2.2/32 via 10.0.1.2 dev eth0

# probe: eth1's address, asked through eth0; the answer comes to eth0's address
ip netns exec a ping -n -c1 -W1 10.0.2.2

# probe: from eth1's own: the answer takes the other wire
ip netns exec a ping -n -c1 -W1 -I 10.0.2.1 10.0.2.2

ip netns exec a sysctl -qw net.ipv4.conf.all.rp_filter=1

# probe: which strict filtering does not stand
ip netns exec a ping -n -c1 -W1 -I 10.0.2.1 10.0.2.2

ip -n b link set eth1 down

# probe: not even the interface has to be up
ip netns exec a ping -n -c1 -W1 10.0.2.2

# cleanup
ip netns del a
ip netns del b

# title: The preferred source of a route
# teaches: The src of a route must be an address of the host, and is then the source of packets that have none.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a addr add 10.9.9.9/32 dev lo
ip -n b route add 10.9.9.9/32 via 10.0.0.1

# probe: not an address of this host
ip -n a route add 10.7.0.0/16 via 10.0.0.2 src 10.1.2.3

ip -n a route add 10.0.0.2/32 dev eth0 src 10.9.9.9

# probe: the answer names the source
ip -n a route get 10.0.0.2

# probe: and the packets carry it
ip netns exec a ping -c1 -W1 10.0.0.2

# cleanup
ip netns del a
ip netns del b

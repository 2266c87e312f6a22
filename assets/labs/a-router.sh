# title: What does a router do to a packet?
# teaches: It takes one from the TTL, chooses the next hop and writes new hardware addresses. Where the TTL
#   ends, or the packet is too big and may not be cut, it drops it and tells the sender.
# trace: a ping -c1 10.0.2.10

ip netns add a
ip netns add router
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec router sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name left netns router address 02:00:00:00:00:01
ip -n router link add right address 02:00:00:00:00:02 type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.1.10/24 broadcast + dev eth0
ip -n router addr add 10.0.1.1/24 broadcast + dev left
ip -n router addr add 10.0.2.1/24 broadcast + dev right
ip -n b addr add 10.0.2.10/24 broadcast + dev eth0
ip -n a link set lo up
ip -n router link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n router link set left up
ip -n router link set right up
ip -n b link set eth0 up
ip -n a route add default via 10.0.1.1
ip -n b route add default via 10.0.2.1

# probe: not a router yet: the packet is dropped
ip netns exec a ping -c1 -W1 10.0.2.10

# it is now
ip netns exec router sysctl -qw net.ipv4.ip_forward=1

# probe: on to the other side, TTL 63
ip netns exec a ping -c1 -W1 10.0.2.10

# probe: a TTL of 1 ends here
ip netns exec a ping -c1 -W1 -t 1 10.0.2.10

# a narrow cable behind the router
ip -n router link set right mtu 1000
ip -n b link set eth0 mtu 1000

# probe: too big and not to be cut
ip netns exec a ping -c1 -W1 -M do -s 1400 10.0.2.10

# probe: the sender has learnt it
ip -n a route get 10.0.2.10

# probe: what may be cut is cut
ip netns exec a ping -c1 -W1 -M dont -s 1400 10.0.2.10

# cleanup
ip netns del a
ip netns del router
ip netns del b

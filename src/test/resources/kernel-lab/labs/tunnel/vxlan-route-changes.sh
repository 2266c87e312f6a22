# title: The way of a tunnel changes
# teaches: A tunnel keeps the route to its other end, and looks it up again once the routing has changed. If there
#   is none any more, its frames are lost.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
ip -n a link set lo up
ip -n b link set lo up
ip -n a link add e1 address 02:00:00:00:01:0a type veth peer name e1 netns b address 02:00:00:00:01:0b
ip -n a link add e2 address 02:00:00:00:02:0a type veth peer name e2 netns b address 02:00:00:00:02:0b
ip -n a link set e1 up
ip -n a link set e2 up
ip -n b link set e1 up
ip -n b link set e2 up
ip -n a addr add 10.0.1.1/24 dev e1
ip -n a addr add 10.0.2.1/24 dev e2
ip -n b addr add 10.0.1.2/24 dev e1
ip -n b addr add 10.0.2.2/24 dev e2
ip -n a addr add 10.9.0.1/32 dev lo
ip -n b addr add 10.9.0.2/32 dev lo
ip -n a neigh add 10.0.1.2 lladdr 02:00:00:00:01:0b dev e1 nud permanent
ip -n a neigh add 10.0.2.2 lladdr 02:00:00:00:02:0b dev e2 nud permanent
ip -n b neigh add 10.0.1.1 lladdr 02:00:00:00:01:0a dev e1 nud permanent
ip -n a route add 10.9.0.2 via 10.0.1.2
ip -n b route add 10.9.0.1 via 10.0.1.1
ip -n a link add v0 address 02:00:00:00:0f:0a type vxlan id 5 local 10.9.0.1 remote 10.9.0.2 dstport 4789
ip -n b link add v0 address 02:00:00:00:0f:0b type vxlan id 5 local 10.9.0.2 remote 10.9.0.1 dstport 4789
ip -n a addr add 10.7.0.1/24 dev v0
ip -n b addr add 10.7.0.2/24 dev v0
ip -n a link set v0 up
ip -n b link set v0 up
sleep 0.3

# probe: by the first cable
ip netns exec a ping -n -c2 -i0.2 -W1 10.7.0.2

# another way
ip -n a route replace 10.9.0.2 via 10.0.2.2

# probe: by the second one, at once
ip netns exec a ping -n -c2 -i0.2 -W1 10.7.0.2

# none
ip -n a route replace unreachable 10.9.0.2

# probe: not at all
ip netns exec a ping -n -c2 -i0.2 -W1 10.7.0.2

# cleanup
ip netns del a
ip netns del b

# title: A route of several ways, none of which has a carrier
# teaches: The kernel notes of a route as a whole that its ways have no carrier: when it is made with none that has one, or when
#   all of its ways lose it by one event. Ways that lose it one after the other do not count, and one that comes back
#   clears the note.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name far0 netns b address 02:00:00:00:00:0b
ip -n a link add eth1 address 02:00:00:00:00:1a type veth peer name far1 netns b address 02:00:00:00:00:1b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a addr add 10.0.1.1/24 dev eth1
ip -n a link set lo up
ip -n a link set eth0 up
ip -n a link set eth1 up
ip -n a route add 10.7.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.1.2
ip -n a route add 10.8.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.0.3

# probe: made without a carrier
ip -n a route show

ip -n b link set far0 up
sleep 1.2

# probe: one way is back
ip -n a route show

ip -n b link set far1 up
sleep 1.2
ip -n a route add 10.9.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.1.2

# probe: both are
ip -n a route show

ip -n b link set far0 down
sleep 1.2

# probe: one lost
ip -n a route show

ip -n b link set far1 down
sleep 1.2

# probe: the other, too
ip -n a route show

# probe: as JSON
ip -n a -j route show 10.8.0.0/16

# probe: made again in this state
ip -n a route replace 10.9.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.1.2

# probe: with the note
ip -n a route show

ip -n a link set eth0 down

# probe: a device set down
ip -n a route show

ip -n b link set far0 up
ip -n b link set far1 up
ip -n a link set eth0 up
sleep 1.2

# probe: up again
ip -n a route show

# cleanup
ip netns del a
ip netns del b

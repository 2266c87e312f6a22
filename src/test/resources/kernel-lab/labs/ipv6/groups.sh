# title: Groups of a host
# teaches: Every interface listens to all nodes and to the group of each of its addresses; a router
#   to all routers, too; other groups end at ip6_mc_input.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n b addr add 2001:db8:1::2/64 dev eth0 nodad
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up

# until the link-local addresses are found to be unique
sleep 3

# probe: the groups
ip -n a -6 maddr show

ip netns exec b sysctl -qw net.ipv6.conf.all.forwarding=1
sleep 2

# probe: of a router
ip -n b -6 maddr show dev eth0

# probe: all routers
ip netns exec a ping -6 -n -c1 -W1 ff02::2%eth0

# probe: a group nobody listens to
ip netns exec a ping -6 -n -c1 -W1 ff02::77%eth0

# probe: the solicited-node group of an address
ip netns exec a ping -6 -n -c1 -W1 ff02::1:ff00:2%eth0

# probe: without the interface
ip netns exec a ping -6 -n -c1 -W1 ff02::1

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

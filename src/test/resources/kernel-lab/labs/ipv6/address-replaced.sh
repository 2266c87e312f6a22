# title: An address that is changed
# teaches: Replacing an address changes its peer, its metric and whether its subnet gets a route; its
#   prefix length stays, and the route to its subnet is made again if it is gone.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
ip -n a link set lo up
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip -n a -6 addr add 2001:db8::1/64 dev eth0

# until the groups are told
sleep 3

# probe: another metric
ip -n a -6 addr replace 2001:db8::1/64 dev eth0 metric 77

# probe: its route follows
ip -n a -6 route

# probe: without a route to its subnet
ip -n a -6 addr replace 2001:db8::1/64 dev eth0 noprefixroute

# probe: it is gone
ip -n a -6 route

# probe: with it again, and another length
ip -n a -6 addr replace 2001:db8::1/56 dev eth0

# probe: the length has stayed
ip -n a -6 addr show dev eth0

# probe: what there is now
ip -n a -6 route

# probe: a peer
ip -n a -6 addr replace 2001:db8::1 peer 2001:db8:1::2 dev eth0

# probe: another peer
ip -n a -6 addr replace 2001:db8::1 peer 2001:db8:2::2 dev eth0

# probe: the address
ip -n a -6 addr show dev eth0

# probe: its routes
ip -n a -6 route

# probe: longer packets than the device takes
ip netns exec a sysctl -w net.ipv6.conf.eth0.mtu=1600

# probe: shorter ones than IPv6 needs
ip netns exec a sysctl -w net.ipv6.conf.eth0.mtu=1200

# cleanup
ip netns del a
ip netns del b

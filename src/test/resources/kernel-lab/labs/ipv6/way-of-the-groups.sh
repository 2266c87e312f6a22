# title: The way of the groups comes with the first address that is tried
# teaches: A device without a carrier has no way for groups yet. Whoever gives it an address makes one, even if the
#   address is refused.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0
ip netns add b
ip -n a link set lo up
ip -n a link add eth0 type veth peer name eth0 netns b
ip -n a link set eth0 address 02:00:00:00:00:0a
ip -n a link set eth0 up
sleep 1

# probe: nothing about groups yet
ip -n a -6 route show table all

# probe: no device but lo has this address
ip -n a addr add ::1 dev eth0

# probe: the groups have their way now
ip -n a -6 route show table all

# probe: an address that makes others needs room for them, whatever else is wrong with it
ip -n a addr add ::1/60 dev eth0 mngtmpaddr

# cleanup
ip netns del a
ip netns del b

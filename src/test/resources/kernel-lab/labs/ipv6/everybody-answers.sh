# title: Everybody answers: one request, many replies
# teaches: ping counts one reply per request; further ones are duplicates. A request to a group asks for them, so they
#   are not marked, except if ping is told to be verbose.

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
sleep 3

# probe: the host itself and its neighbour answer
ip netns exec a ping -6 -n -c2 -i0.2 -W1 ff02::1%eth0

# probe: quiet, the duplicates are counted all the same
ip netns exec a ping -6 -n -q -c2 -i0.2 -W1 ff02::1%eth0

# cleanup
ip netns del a
ip netns del b

# title: What routes of IPv6 are refused, and those that carry nothing
# teaches: The kernel judges a gateway before all else: it may be no address of the host, nor ::, and
#   must be on a link. A route over lo that is not local would go in circles and refuses packets.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip -n a -6 addr add 2001:db8::1/64 dev eth0
ip -n b -6 addr add 2001:db8::2/64 dev eth0

# until the groups are told
sleep 3

# probe: nobody's address
ip -n a -6 route add fd00::/8 via :: dev eth0

# probe: its own
ip -n a -6 route add fd00::/8 via 2001:db8::1 dev eth0

# probe: its own, by whatever leads there
ip -n a -6 route add fd00::/8 via ::1

# probe: nowhere on a link
ip -n a -6 route add fd00::/8 via 2001:db8:9::1

# probe: a link-local one without its device
ip -n a -6 route add fd00::/8 via fe80::2

# probe: a source that is not there
ip -n a -6 route add unreachable fd00::/8 src 2001:db8::7

# probe: several ways without gateways
ip -n a -6 route add fd00::/8 nexthop dev eth0 nexthop via 2001:db8::2

# probe: one way twice
ip -n a -6 route add fd00::/8 nexthop via 2001:db8::2 nexthop via 2001:db8::2

# probe: nothing there to change
ip -n a -6 route change fd00::/8 dev eth0

# probe: nor at the root of the tree
ip -n a -6 route change default dev eth0

ip -n a -6 route add fd01::/16 dev lo
ip -n a -6 route add anycast fd02::/16 dev eth0
ip -n a -6 route add anycast fd03::/16 dev lo

# probe: in circles
ip netns exec a ping -6 -n -c1 -W1 fd01::1

# probe: anycast, but not its own
ip -n a -6 route get fd02::1

# probe: nor over lo
ip netns exec a ping -6 -n -c1 -W1 fd03::1

# probe: what there is
ip -n a -6 route show table all

# cleanup
ip netns del a
ip netns del b

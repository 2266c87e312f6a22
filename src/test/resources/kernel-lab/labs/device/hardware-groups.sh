# title: Hardware addresses a device listens to
# teaches: A device has the group of all hosts while it is up, whether it says MULTICAST or not, and the
#   group of all IPv6 nodes while it is large enough for IPv6. A macvlan device passes its groups down to
#   the device below, which keeps them while it is down itself.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link set eth0 multicast off
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n b link add mv0 link eth0 address 02:00:00:00:00:0c netns a type macvlan mode bridge
ip -n a link set mv0 up

# probe: with a macvlan device above
ip -n b maddr

# probe: which hardware addresses that makes
ip netns exec b bridge fdb show dev eth0

ip -n b link set eth0 down

# probe: the device below is down, the one above is not
ip -n b maddr

# probe: still those of the device above
ip netns exec b bridge fdb show dev eth0

ip -n a link set mv0 down

# probe: now none of IPv4
ip -n b maddr

ip -n a link del mv0
ip -n b link set eth0 up
ip -n b link set eth0 mtu 576

# probe: too small for IPv6
ip -n b maddr

# probe: too small for IPv6
ip netns exec b bridge fdb show dev eth0

# probe: a device that says it does no multicast
ip -n a maddr

# cleanup
ip netns del a
ip netns del b

# title: IPv6 addresses of a device that is down
# teaches: A device that is down has no route to the subnet of its address; it is made when the device comes
#   up. ip -6 addr takes the ifindex of the other end for one of the own host, unless it is the device's own.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.forwarding=1 net.ipv6.conf.default.dad_transmits=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.dad_transmits=0
ip -n b link add eth8 type veth peer name eth9
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a -6 addr add 2001:db8:1::1/64 dev eth0
ip -n b -6 addr add 2001:db8:1::2/64 dev eth0

# probe: no route yet
ip -n a -6 route show table all

# probe: whose index is it
ip -n a -6 addr

# probe: the same where that index is another device
ip -n b -6 addr

# probe: there is no default route to delete
ip -n b -6 route del default

# probe: nor a table
ip -n b -6 route del default table 77

# probe: no address
ip -n b -6 addr add :: dev eth0

ip -n a link set lo up
ip -n b link set lo up
ip -n b link set eth0 up
ip -n a link set eth0 up
sleep 3

# probe: both addresses have their routes
ip -n a -6 route

# cleanup
ip netns del a
ip netns del b

# title: ignore_routes_with_linkdown
# teaches: A route whose link has no carrier is still used, unless ignore_routes_with_linkdown is set: then there is no route at once.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n b link set eth0 down

# probe: the route is chosen although the link is down
ip -n a route get 10.0.0.2

ip netns exec a sysctl -qw net.ipv4.conf.all.ignore_routes_with_linkdown=1

# probe: no route any more
ip netns exec a ping -c1 -W1 10.0.0.2

# cleanup
ip netns del a
ip netns del b

# title: Addresses of every kind
# teaches: A peer, a /31, a /32, no prefix route, an own broadcast, a scope, a metric: which routes
#   each of them makes.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up
ip -n a addr add 10.1.0.1 peer 10.1.0.2 dev eth0
ip -n a addr add 10.2.0.0/31 dev eth0
ip -n a addr add 10.3.0.1/32 dev eth0
ip -n a addr add 10.4.0.1/24 dev eth0 noprefixroute
ip -n a addr add 10.5.0.1/24 broadcast 10.5.0.77 dev eth0
ip -n a addr add 10.6.0.1/24 scope link dev eth0
ip -n a addr add 10.7.0.1/24 metric 70 dev eth0
ip -n a addr add 10.8.0.1/24 dev lo

# probe: the addresses
ip -n a addr show dev eth0

# probe: the routes
ip -n a route show

# probe: those of table local
ip -n a route show table local

# probe: to the peer
ip -n a route get 10.1.0.2

# probe: no route without a prefix route
ip -n a route get 10.4.0.9

# probe: the own broadcast
ip -n a route get 10.5.0.77

# probe: a prefix on lo is this host
ip -n a route get 10.8.0.200

# probe: a link address is no source for what lies beyond
ip -n a route get 10.6.0.9

# cleanup
ip netns del a
ip netns del b

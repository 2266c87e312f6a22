# title: Several default routes of one metric
# teaches: Not a multipath route: the first gateway that is not known to be dead is taken, and
#   one that is known but not confirmed is not taken twice in a row.
# timeout: 30

ip netns add a
ip netns add r
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns r address 02:00:00:00:01:0a
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name eth1 netns r address 02:00:00:00:01:0b
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n r addr add 10.0.1.1/24 dev eth0
ip -n r addr add 10.0.2.1/24 dev eth1
ip -n b addr add 10.0.2.2/24 dev eth0
ip -n a link set lo up
ip -n r link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n r link set eth1 up
ip -n b link set eth0 up
ip -n a route add default via 10.0.1.1
ip -n b route add default via 10.0.2.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip -n a route append default via 10.0.1.9
ip -n a route append default via 10.0.1.8

# probe: first
ip -n a route get 8.8.8.8

# probe: ping makes the first known
ip netns exec a ping -n -c1 -W1 10.0.2.2

# probe: second
ip -n a route get 8.8.8.8

# probe: third
ip -n a route get 8.8.8.8

# the first is stale
ip -n a neigh replace 10.0.1.1 lladdr 02:00:00:00:01:0a dev eth0 nud stale

# probe: stale once
ip -n a route get 8.8.8.8

# probe: stale twice
ip -n a route get 8.8.8.8

# probe: stale thrice
ip -n a route get 8.8.8.8

# the first fails
ip -n a neigh replace 10.0.1.1 dev eth0 nud failed

# probe: failed
ip -n a route get 8.8.8.8

# probe: failed again
ip -n a route get 8.8.8.8

# cleanup
ip netns del a
ip netns del r
ip netns del b

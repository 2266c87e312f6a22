# title: Nexthop objects behind the routes that use them
# teaches: In detail a route tells the object it goes by, on a line of its own, and JSON has it as nh_info.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth1 address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a link set eth0 up
ip -n a link set eth1 up
ip -n a nexthop add id 1 via 10.0.0.2 dev eth0
ip -n a nexthop add id 2 dev eth1
ip -n a nexthop add id 3 via 10.0.0.7 dev eth0 onlink proto static
ip -n a nexthop add id 11 group 1,5/2
ip -n a route add 10.9.0.0/24 nhid 1
ip -n a route add 10.9.1.0/24 nhid 2 metric 7
ip -n a route add 10.9.2.0/24 nhid 3
ip -n a route add 10.9.3.0/24 nhid 11

# probe: in detail
ip -n a -d route

# probe: in JSON
ip -n a -d -j route

# probe: without details
ip -n a route

# probe: the objects
ip -n a -d -j nexthop

# cleanup
ip netns del a

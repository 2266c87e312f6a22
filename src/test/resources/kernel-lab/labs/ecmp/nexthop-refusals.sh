# title: Nexthop objects and what the kernel refuses
# teaches: What a nexthop object must be, how groups are made, and what happens to routes whose
#   object changes or goes.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link add eth1 address 02:00:00:00:00:1a type veth peer name eth1 netns b address 02:00:00:00:00:1b
ip -n a link set lo up
ip -n a link set eth0 up
ip -n a link set eth1 up
ip -n b link set eth0 up
ip -n b link set eth1 up
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n a addr add 10.0.2.1/24 dev eth1

# probe: nexthop add id 1 via 10.0.1.2 dev eth0
ip -n a nexthop add id 1 via 10.0.1.2 dev eth0

# probe: nexthop add id 1 via 10.0.1.2 dev eth0
ip -n a nexthop add id 1 via 10.0.1.2 dev eth0

# probe: nexthop add id 2 via 10.0.2.2 dev eth1
ip -n a nexthop add id 2 via 10.0.2.2 dev eth1

# probe: nexthop add id 3 dev eth1
ip -n a nexthop add id 3 dev eth1

# probe: nexthop add id 5 via 10.9.9.9 dev eth0
ip -n a nexthop add id 5 via 10.9.9.9 dev eth0

# probe: nexthop add id 6 via 10.9.9.9 dev eth0 onlink
ip -n a nexthop add id 6 via 10.9.9.9 dev eth0 onlink

# probe: nexthop add id 10 group 1/2,3
ip -n a nexthop add id 10 group 1/2,3

# probe: nexthop add id 11 group 1/77
ip -n a nexthop add id 11 group 1/77

# probe: nexthop add id 12 group 1/10
ip -n a nexthop add id 12 group 1/10

# probe: nexthop add id 14 group 1/1
ip -n a nexthop add id 14 group 1/1

# probe: nexthop add via 10.0.1.3 dev eth0 protocol static
ip -n a nexthop add via 10.0.1.3 dev eth0 protocol static

# probe: nexthop
ip -n a nexthop

# probe: nexthop show dev eth1
ip -n a nexthop show dev eth1

# probe: nexthop get id 2
ip -n a nexthop get id 2

# probe: nexthop get id 99
ip -n a nexthop get id 99

# probe: nexthop show groups
ip -n a nexthop show groups

# probe: -j nexthop show
ip -n a -j nexthop show

# probe: route add 8.8.8.0/24 nhid 10
ip -n a route add 8.8.8.0/24 nhid 10

# probe: route add 9.9.9.0/24 nhid 1
ip -n a route add 9.9.9.0/24 nhid 1

# probe: route add 9.9.7.0/24 nhid 77
ip -n a route add 9.9.7.0/24 nhid 77

# probe: route add 9.9.7.0/24 nhid 1 via 10.0.1.2
ip -n a route add 9.9.7.0/24 nhid 1 via 10.0.1.2

# probe: route add 9.9.6.0/24 nhid 1 metric 5 src 10.0.1.1
ip -n a route add 9.9.6.0/24 nhid 1 metric 5 src 10.0.1.1

# probe: route show
ip -n a route show

# probe: -j route show
ip -n a -j route show

# probe: route get 9.9.9.9
ip -n a route get 9.9.9.9

# probe: route get fibmatch 9.9.9.9
ip -n a route get fibmatch 9.9.9.9

# probe: route del 9.9.9.0/24 nhid 2
ip -n a route del 9.9.9.0/24 nhid 2

# probe: route del 9.9.9.0/24 nhid 1
ip -n a route del 9.9.9.0/24 nhid 1

# probe: nexthop replace id 2 via 10.0.2.9 dev eth1
ip -n a nexthop replace id 2 via 10.0.2.9 dev eth1

# probe: nexthop replace id 10 via 10.0.2.9 dev eth1
ip -n a nexthop replace id 10 via 10.0.2.9 dev eth1

# probe: nexthop replace id 2 group 1
ip -n a nexthop replace id 2 group 1

# probe: route show
ip -n a route show

# probe: nexthop del id 99
ip -n a nexthop del id 99

# probe: nexthop add id 20 via 10.0.1.7
ip -n a nexthop add id 20 via 10.0.1.7

# probe: nexthop add id 21 dev eth0 foo
ip -n a nexthop add id 21 dev eth0 foo

# probe: nexthop foo
ip -n a nexthop foo

# probe: nexthop del id 1
ip -n a nexthop del id 1

# probe: nexthop
ip -n a nexthop

# probe: route show
ip -n a route show

# probe: link set eth1 down
ip -n a link set eth1 down

# probe: nexthop
ip -n a nexthop

# probe: nexthop add id 2 via 10.0.2.2 dev eth1
ip -n a nexthop add id 2 via 10.0.2.2 dev eth1

# probe: nexthop flush
ip -n a nexthop flush

# cleanup
ip netns del a
ip netns del b

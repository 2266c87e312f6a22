# title: Nexthop objects that are not there
# teaches: A group is looked through before the kernel asks what it replaces; a route is not even
#   looked for by an object that does not exist.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 172.20.5.1/24 dev eth0
ip -n b addr add 172.20.5.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a nexthop add id 2 via 172.20.5.2 dev eth0
ip -n a route add 198.18.0.0/16 nhid 2

# probe: a group of an unknown one, in place of one that is no group
ip -n a nexthop replace id 2 group 1

# probe: a group of the known one in its place
ip -n a nexthop replace id 2 group 2

# probe: a route by an unknown one
ip -n a route del 198.18.0.0/16 nhid 1

# probe: by one that is there but not its own
ip -n a nexthop add id 3 via 172.20.5.3 dev eth0
ip -n a route del 198.18.0.0/16 nhid 3

# probe: by its own
ip -n a route del 198.18.0.0/16 nhid 2

# cleanup
ip netns del a
ip netns del b

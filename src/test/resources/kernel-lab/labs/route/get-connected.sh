# title: A route asked for twice, and questions the kernel refuses
# teaches: "connected" asks a second time; a prefix is no destination, though only a warning says so;
#   a protocol must be one that has ports or echo requests.

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
ip -n a route add default via 172.20.5.2

# probe: twice
ip -n a route get 198.18.1.1 connected

# probe: of the table, twice
ip -n a route get fibmatch connected 198.18.1.1

# probe: as data, then as text
ip -n a -j route get connected 172.20.5.1

# probe: a prefix
ip -n a route get 198.18.0.0/16

# probe: from a prefix
ip -n a route get 198.18.1.1 from 172.20.5.0/24

# probe: TCP
ip -n a route get 198.18.1.1 ipproto tcp sport 1000 dport 80

# probe: ICMP
ip -n a route get 198.18.1.1 ipproto icmp

# probe: a protocol without ports
ip -n a route get 198.18.1.1 ipproto gre

# probe: no mark
ip -n a route get 198.18.1.1 mark x

# probe: no VRF
ip -n a route get 198.18.1.1 vrf red

# cleanup
ip netns del a
ip netns del b

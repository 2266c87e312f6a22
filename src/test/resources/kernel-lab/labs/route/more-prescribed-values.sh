# title: Everything a route can prescribe
# teaches: The kernel keeps what a route prescribes for TCP in its own units and within its bounds;
#   ip route del finds a route by any of it.

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
ip -n a route add 198.18.0.0/16 via 172.20.5.2 rtt 100 rttvar 50 ssthresh 7 cwnd lock 9 reordering 4
ip -n a route add 198.19.0.0/16 via 172.20.5.2 rtt 250ms rttvar 1.5s rto_min 30ms
ip -n a route add 198.20.0.0/16 via 172.20.5.2 mtu lock 1200 window 500 advmss 1000 hoplimit 9 initcwnd 5 initrwnd 8
ip -n a route add 198.21.0.0/16 via 172.20.5.2 features ecn quickack 1 congctl reno fastopen_no_cookie 1
ip -n a route add 198.22.0.0/16 via 172.20.5.2 mtu 70000 advmss 70000
ip -n a route add 198.23.0.0/16 via 172.20.5.2 quickack 0

# probe: times and thresholds
ip -n a route show 198.18.0.0/16

# probe: all
ip -n a route

# probe: as data
ip -n a -j route

# probe: of a flow
ip -n a route get 198.19.1.1

# probe: of a flow as data
ip -n a -j -p route get 198.21.1.1

# probe: an unknown congestion control
ip -n a route add 198.24.0.0/16 via 172.20.5.2 congctl westwood-99

# probe: no such feature
ip -n a route add 198.24.0.0/16 via 172.20.5.2 features fast

# probe: neither yes nor no
ip -n a route add 198.24.0.0/16 via 172.20.5.2 quickack 2

# probe: no time
ip -n a route add 198.24.0.0/16 via 172.20.5.2 rtt soon

# probe: more than a TTL can be
ip -n a route add 198.24.0.0/16 via 172.20.5.2 hoplimit 256

# probe: another MTU than that of the route
ip -n a route del 198.20.0.0/16 mtu 1300

# probe: the MTU of the route
ip -n a route del 198.20.0.0/16 mtu lock 1200

# probe: another congestion control
ip -n a route del 198.21.0.0/16 congctl cubic

# probe: two ways at once
ip -n a route add 198.24.0.0/16 via 172.20.5.2 via 172.20.5.3

# probe: a type in short
ip -n a route add any 198.25.0.1 dev eth0

# probe: it is an anycast
ip -n a route show table local type anycast

# probe: what is left
ip -n a route

# cleanup
ip netns del a
ip netns del b

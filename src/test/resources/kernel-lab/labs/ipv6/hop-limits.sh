# title: Hop limits
# teaches: The hop limit is the interface's unless the route or the program names another; groups
#   have 1; lo and local delivery take nothing from it.

ip netns add a
ip netns add r
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec r sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns r address 02:00:00:00:01:0a
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name eth1 netns r address 02:00:00:00:01:0b
ip -n a addr add 2001:db8:1::2/64 dev eth0 nodad
ip -n r addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n r addr add 2001:db8:2::1/64 dev eth1 nodad
ip -n b addr add 2001:db8:2::2/64 dev eth0 nodad
ip -n a link set lo up
ip -n r link set lo up
ip -n b link set lo up
ip netns exec r sysctl -qw net.ipv6.conf.all.forwarding=1
ip netns exec r sysctl -qw net.ipv6.icmp.ratelimit=0
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n r link set eth1 up
ip -n b link set eth0 up
ip -n a route add default via 2001:db8:1::1
ip -n b route add default via 2001:db8:2::1

# until the link-local addresses are found to be unique
sleep 3

# probe: 64
ip netns exec a ping -6 -n -c1 -W1 2001:db8:2::2

ip netns exec a sysctl -qw net.ipv6.conf.eth0.hop_limit=7

# probe: of the interface
ip netns exec a ping -6 -n -c1 -W1 2001:db8:2::2

ip -n a route replace default via 2001:db8:1::1 hoplimit 9

# probe: of the route
ip netns exec a ping -6 -n -c1 -W1 2001:db8:2::2

# probe: of the program
ip netns exec a ping -6 -n -c1 -W1 -t 3 2001:db8:2::2

# probe: used up
ip netns exec a ping -6 -n -c1 -W1 -t 1 2001:db8:2::2

# probe: used up, TCP is not told apart
ip netns exec a ping -6 -n -c1 -W1 -t 1 2001:db8:1::1

# probe: a group
ip netns exec a ping -6 -n -c1 -W1 ff02::1%eth0

# probe: the router's own answer
ip netns exec a ping -6 -n -c1 -W1 2001:db8:2::1

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del r
ip netns del b

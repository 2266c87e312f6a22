# title: Routes that refuse, asked by programs
# teaches: unreachable, prohibit and blackhole each have an error of their own for who sends; throw
#   goes on to the next table; no route at all is another.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n b addr add 2001:db8:1::2/64 dev eth0 nodad
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a route add unreachable 2001:db8:a::/48
ip -n a route add prohibit 2001:db8:b::/48
ip -n a route add blackhole 2001:db8:c::/48
ip -n a route add throw 2001:db8:d::/48

# until the link-local addresses are found to be unique
sleep 3

# probe: unreachable, ping
ip netns exec a ping -6 -n -c1 -W1 2001:db8:a::1

# probe: unreachable, TCP
ip netns exec a nc -z -v -w2 2001:db8:a::1 80

# probe: unreachable, UDP
printf hello | ip netns exec a nc -v -u -q0 -w1 2001:db8:a::1 5000

# probe: prohibit, ping
ip netns exec a ping -6 -n -c1 -W1 2001:db8:b::1

# probe: prohibit, TCP
ip netns exec a nc -z -v -w2 2001:db8:b::1 80

# probe: blackhole, ping
ip netns exec a ping -6 -n -c1 -W1 2001:db8:c::1

# probe: blackhole, TCP
ip netns exec a nc -z -v -w2 2001:db8:c::1 80

# probe: throw, and nothing else
ip netns exec a nc -z -v -w2 2001:db8:d::1 80

# probe: no route
ip netns exec a nc -z -v -w2 2001:db8:e::1 80

# probe: the decisions
ip -n a route get 2001:db8:a::1

# probe: prohibit
ip -n a route get 2001:db8:b::1

# probe: blackhole
ip -n a route get 2001:db8:c::1

# probe: throw
ip -n a route get 2001:db8:d::1

# probe: the routes
ip -n a -6 route show

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

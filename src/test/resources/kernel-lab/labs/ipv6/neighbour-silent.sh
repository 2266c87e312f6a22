# title: A neighbour that does not answer
# teaches: After three solicitations a connection that opens is told that the host is unreachable;
#   the sender of a datagram is not.

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

# until the link-local addresses are found to be unique
sleep 3

# probe: TCP
ip netns exec a nc -z -v -w5 2001:db8:1::9 80

# probe: the entry
ip -n a -6 neigh show

# probe: UDP
ip netns exec a nc -u -z -v -w4 2001:db8:1::8 5000

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

# title: TCP over IPv6
# teaches: The handshake, data, the end, and a port where nobody listens, between two hosts and
#   over lo.

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
ip netns exec b nc -d -l -k 2001:db8:1::2 80 &
ip netns exec a nc -d -l -k ::1 8080 &

# until the link-local addresses are found to be unique
sleep 3

# probe: open port
ip netns exec a nc -z -v -w2 2001:db8:1::2 80

# probe: closed port
ip netns exec a nc -z -v -w2 2001:db8:1::2 81

# probe: data
printf hello | ip netns exec a nc -N -w2 2001:db8:1::2 80

# probe: over lo
ip netns exec a nc -z -v -w2 ::1 8080

# probe: over lo, closed
ip netns exec a nc -z -v -w2 ::1 8081

# probe: the own address goes over lo, too
ip netns exec b nc -z -v -w2 2001:db8:1::2 80

# probe: the listeners
ip netns exec a ss -ltn
ip netns exec b ss -ltn

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

# title: UDP over IPv6
# teaches: A datagram to a socket, to a port without one (ICMPv6 1/4), and over lo.

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
ip netns exec b nc -6 -u -d -l -k 5000 &
ip netns exec a nc -u -d -l -k ::1 5001 &

# until the link-local addresses are found to be unique
sleep 3

# probe: to a socket
printf hello | ip netns exec a nc -u -q0 -w1 2001:db8:1::2 5000

# probe: again, the neighbour is known
printf hello | ip netns exec a nc -u -q0 -w1 2001:db8:1::2 5000

# probe: to a port without a socket
ip netns exec a nc -u -z -v -w1 2001:db8:1::2 5999

# probe: over lo
printf hello | ip netns exec a nc -u -q0 -w1 ::1 5001

# probe: over lo, nobody there
ip netns exec a nc -u -z -v -w1 ::1 5999

# probe: the sockets
ip netns exec a ss -uan
ip netns exec b ss -uan

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

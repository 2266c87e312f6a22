# title: IPv4-mapped addresses
# teaches: An IPv6 socket that is told to connect to ::ffff:a.b.c.d speaks IPv4.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.1.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec b nc -d -l -k 0.0.0.0 80 &
ip netns exec b nc -u -d -l -k 0.0.0.0 5000 &
ip netns exec b nc -d -l -k ::ffff:10.0.1.2 82 &

# until the link-local addresses are found to be unique
sleep 3

# probe: TCP
ip netns exec a nc -z -v -w2 ::ffff:10.0.1.2 80

# probe: TCP, closed port
ip netns exec a nc -z -v -w2 ::ffff:10.0.1.2 81

# probe: UDP
printf hello | ip netns exec a nc -u -q0 -w1 ::ffff:10.0.1.2 5000

# probe: UDP, closed port
ip netns exec a nc -u -z -v -w1 ::ffff:10.0.1.2 5999

# probe: a listener with a mapped address
ip netns exec a nc -z -v -w2 10.0.1.2 82

# probe: no route of IPv4
ip netns exec a nc -z -v -w2 ::ffff:10.9.9.9 80

# probe: how they are shown
ip netns exec b ss -tuln

# cleanup
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

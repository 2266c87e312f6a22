# title: Errors of a host to itself
# teaches: A port of one's own address that nobody listens at is told over lo; the error comes from
#   the address that was asked, by the device that has it.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0
ip -n a link set lo up
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip -n a -6 addr add 2001:db8::1/64 dev eth0

# until the groups are told
sleep 3

# probe: its own address
ip netns exec a traceroute -6 -n -q1 -m1 -w1 2001:db8::1

# probe: by echo requests
ip netns exec a traceroute -6 -n -I -q1 -m1 -w1 2001:db8::1

# probe: ::1
ip netns exec a traceroute -6 -n -q1 -m1 -w1 ::1

ip -n a -6 addr del 2001:db8::1/64 dev eth0
ip -n a -6 route add local fd00::/16 dev eth0
sleep 3

# probe: a whole prefix that is its own, without an address
ip netns exec a traceroute -6 -n -q1 -m1 -w1 fd00::7

# cleanup
ip netns del a
ip netns del b

# title: Two hosts with one address
# teaches: The one that comes later finds out, keeps the address on its list as dadfailed, and
#   never uses it.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a addr add 2001:db8:1::1/64 dev eth0
sleep 3
ip -n b addr add 2001:db8:1::1/64 dev eth0
ip -n b addr add 2001:db8:1::2/64 dev eth0
sleep 3

# probe: the first has it
ip -n a -6 addr show dev eth0 scope global

# probe: the second has not
ip -n b -6 addr show dev eth0 scope global

# probe: only
ip -n b -6 addr show tentative

# probe: it is no local address there
ip -n b -6 route show table local

# probe: but a neighbour's
ip netns exec b ping -6 -n -c1 -W1 2001:db8:1::1

# probe: no source to choose
ip -n b route get 2001:db8:1::9

# probe: nothing can be bound to it
ip netns exec b nc -d -l 2001:db8:1::1 80

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

# title: Fragments
# teaches: Only the sender cuts, with a fragment header; the receiver puts together.

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

# until the link-local addresses are found to be unique
sleep 3

# probe: exactly one packet
ip netns exec a ping -6 -n -c1 -W1 -s 1452 2001:db8:1::2

# probe: one byte more
ip netns exec a ping -6 -n -c1 -W1 -s 1453 2001:db8:1::2

# probe: a little more
ip netns exec a ping -6 -n -c1 -W1 -s 1500 2001:db8:1::2

# probe: not to be cut
ip netns exec a ping -6 -n -c1 -W1 -M do -s 1453 2001:db8:1::2

# probe: a datagram of 2000 bytes
printf %02000d 7 | ip netns exec a nc -u -q0 -w1 2001:db8:1::2 5000

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

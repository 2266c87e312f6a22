# title: ::1 as a source
# teaches: A packet from ::1 never leaves the host, but it may go to any of its addresses; the answer
#   goes back over lo, whichever device has the address that was asked.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0
ip netns exec a sysctl -qw net.ipv6.conf.all.forwarding=1
ip -n a link set lo up
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip -n a -6 addr add 2001:db8::1/64 dev eth0

# until the groups are told
sleep 3

# probe: to an address of a device
ip netns exec a ping -6 -n -c1 -W1 -I ::1 2001:db8::1

# probe: to an anycast address
ip netns exec a ping -6 -n -c1 -W1 -I ::1 2001:db8::

# probe: to a link-local one
ip netns exec a ping -6 -n -c1 -W1 -I ::1 fe80::ff:fe00:a%eth0

# probe: the other way round
ip netns exec a ping -6 -n -c1 -W1 -I 2001:db8::1 ::1

# probe: not by a device
ip -n a -6 route get ::1 oif eth0

# cleanup
ip netns del a
ip netns del b

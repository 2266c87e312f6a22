# title: The MTU of a path
# teaches: A router answers with packet too big; the sender remembers for this destination, cuts its
#   datagrams and sizes its segments by it.

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
ip -n r link set eth1 mtu 1400
ip -n b link set eth0 mtu 1400
ip netns exec b nc -6 -u -d -l -k 5000 &
ip netns exec b nc -6 -d -l -k 80 &

# until the link-local addresses are found to be unique
sleep 3

# probe: a datagram that is too big
printf %01440d 7 | ip netns exec a nc -u -q0 -w1 2001:db8:2::2 5000

# probe: what was learnt
ip -n a route get 2001:db8:2::2

# probe: the next one is cut
printf %01440d 7 | ip netns exec a nc -u -q0 -w1 2001:db8:2::2 5000

# probe: a ping that may be cut
ip netns exec a ping -6 -n -c1 -W1 -s 1400 2001:db8:2::2

# probe: one that may not
ip netns exec a ping -6 -n -c1 -W1 -M do -s 1400 2001:db8:2::2

# probe: TCP: the segments fit
printf %02000d 7 | ip netns exec a nc -N -w2 2001:db8:2::2 80

ip -n a route flush cache

# probe: a route may prescribe it
ip -n a route add 2001:db8:2::/64 via 2001:db8:1::1 mtu 1300

# probe: as it does
ip netns exec a ping -6 -n -c1 -W1 -s 1400 2001:db8:2::2

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del r
ip netns del b

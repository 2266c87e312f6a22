# title: The subnet-router anycast address
# teaches: A router answers to the address of each of its subnets with all zeros behind the prefix,
#   from another address of its own.

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

# until the link-local addresses are found to be unique
sleep 3

# probe: who answers
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::

# probe: of the subnet behind it
ip netns exec a ping -6 -n -c1 -W1 2001:db8:2::

# probe: the table of the router
ip -n r -6 route show table local

# probe: a host has no such address
ip -n a -6 route show table local

ip netns exec r sysctl -qw net.ipv6.conf.all.forwarding=0
ip -n a -6 neigh flush dev eth0

# probe: a router no longer
ip -n r -6 route show table local

# probe: nobody answers
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del r
ip netns del b

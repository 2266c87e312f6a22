# title: Echo requests that are not answered
# teaches: echo_ignore_all, echo_ignore_multicast and echo_ignore_anycast.

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

# probe: all nodes
ip netns exec a ping -6 -n -c1 -W1 ff02::1%eth0

ip netns exec b sysctl -qw net.ipv6.icmp.echo_ignore_multicast=1

# probe: not to a group
ip netns exec a ping -6 -n -c1 -W1 ff02::1%eth0

# probe: to an address
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::2

ip netns exec b sysctl -qw net.ipv6.icmp.echo_ignore_all=1

# probe: not at all
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::2

ip netns exec b sysctl -qw net.ipv6.icmp.echo_ignore_all=0
ip netns exec b sysctl -qw net.ipv6.conf.all.forwarding=1
sleep 2
ip -n a -6 neigh flush dev eth0
ip -n b -6 neigh flush dev eth0

# probe: the anycast address of the subnet
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::

ip netns exec b sysctl -qw net.ipv6.icmp.echo_ignore_anycast=1

# probe: not to it
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

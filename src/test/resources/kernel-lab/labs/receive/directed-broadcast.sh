# title: Directed broadcast through a router
# teaches: A packet to the broadcast address of a network behind a router is taken as one for the
#   router itself; with bc_forwarding on all and the interface it is sent on to that network.

ip netns add a
ip netns add r
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns r address 02:00:00:00:01:0a
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name eth1 netns r address 02:00:00:00:01:0b
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n r addr add 10.0.1.1/24 dev eth0
ip -n r addr add 10.0.2.1/24 dev eth1
ip -n b addr add 10.0.2.2/24 dev eth0
ip -n a link set lo up
ip -n r link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n r link set eth1 up
ip -n b link set eth0 up
ip -n a route add default via 10.0.1.1
ip -n b route add default via 10.0.2.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0

# probe: the router keeps it to itself, and does not answer broadcasts
ip netns exec a ping -n -c1 -W1 10.0.2.255

# probe: how it sees it
ip -n r route get 10.0.2.255 from 10.0.1.2 iif eth0

ip netns exec r sysctl -qw net.ipv4.conf.eth0.bc_forwarding=1

# probe: one of the two settings is not enough
ip netns exec a ping -n -c1 -W1 10.0.2.255

ip netns exec r sysctl -qw net.ipv4.conf.all.bc_forwarding=1

# probe: b answers
ip netns exec a ping -n -c1 -W1 10.0.2.255

# probe: how it sees it now
ip -n r route get 10.0.2.255 from 10.0.1.2 iif eth0

# cleanup
ip netns del a
ip netns del r
ip netns del b

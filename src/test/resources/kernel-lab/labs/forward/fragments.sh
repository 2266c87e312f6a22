# title: Fragments through a router
# teaches: A packet without DF that is larger than the next link is cut by the router and put
#   together by the receiver; with DF the sender is told.

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
ip -n r link set eth1 mtu 1000
ip -n b link set eth0 mtu 1000

# probe: cut by the router
ip netns exec a ping -n -c1 -W1 -M dont -s 1400 10.0.2.2

# probe: cut twice
ip netns exec a ping -n -c1 -W1 -M dont -s 3000 10.0.2.2

# probe: with DF
ip netns exec a ping -n -c1 -W1 -M do -s 1400 10.0.2.2

# probe: the second time the sender knows
ip netns exec a ping -n -c1 -W1 -M do -s 1400 10.0.2.2

# probe: DF only as far as it knows: cut by the sender
ip netns exec a ping -n -c1 -W1 -M want -s 1400 10.0.2.2

# probe: what it knows
ip -n a route get 10.0.2.2

# probe: back: b has the small MTU itself
ip netns exec b ping -n -c1 -W1 -s 1400 10.0.1.2

# cleanup
ip netns del a
ip netns del r
ip netns del b

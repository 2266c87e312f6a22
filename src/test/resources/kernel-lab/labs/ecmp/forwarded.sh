# title: A router with two ways
# teaches: The hash of a forwarded packet chooses the nexthop; ICMP without ports, own packets
#   with the type of the message in place of a port.
# timeout: 30

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
ip netns exec r sysctl -qw net.ipv4.fib_multipath_hash_seed=7
ip -n r addr add 10.0.3.1/24 dev eth1
ip -n b addr add 10.0.3.2/24 dev eth0
ip -n b addr add 8.8.8.8/32 dev lo
ip -n b addr add 8.8.8.9/32 dev lo
ip -n r route add 8.8.8.0/24 nexthop via 10.0.2.2 nexthop via 10.0.3.2
ip -n r route add 9.9.9.0/24 nexthop via 10.0.2.7 nexthop via 10.0.3.2

# probe: one
ip netns exec a ping -n -c1 -W1 8.8.8.8

# probe: other
ip netns exec a ping -n -c1 -W1 8.8.8.9

# probe: router itself
ip netns exec r ping -n -c1 -W1 8.8.8.9

# probe: iif
ip -n r route get 8.8.8.9 from 10.0.1.2 iif eth0

# probe: iif
ip -n r route get 8.8.8.10 from 10.0.1.2 iif eth0
ip netns exec r sysctl -qw net.ipv4.fib_multipath_hash_policy=1

# probe: ports
ip -n r route get 8.8.8.10 from 10.0.1.2 iif eth0 ipproto udp sport 5 dport 7

# probe: ports
ip -n r route get 8.8.8.10 from 10.0.1.2 iif eth0 ipproto tcp sport 5 dport 8

# probe: policy 1 ping
ip netns exec a ping -n -c1 -W1 8.8.8.8

# probe: own policy 1
ip netns exec r ping -n -c1 -W1 -I 10.0.3.1 8.8.8.9

# probe: fails
ip netns exec r ping -n -c1 -W1 -I 10.0.2.1 9.9.9.9
ip netns exec r sysctl -qw net.ipv4.fib_multipath_use_neigh=1

# probe: with neighbours
ip -n r route get 9.9.9.9

# cleanup
ip netns del a
ip netns del r
ip netns del b

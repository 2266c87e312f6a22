# title: The MTU of a route
# teaches: The mtu of a route counts for this host; a locked one is not changed by what is learnt,
#   and allows fragments. Path MTUs age and have a lower bound.

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
ip -n a route add 10.0.2.0/24 via 10.0.1.1 mtu 1200

# probe: larger than the route allows
ip netns exec a ping -n -c1 -W1 -M do -s 1300 10.0.2.2

# probe: larger than the path: learnt
ip netns exec a ping -n -c1 -W1 -M do -s 1100 10.0.2.2

# probe: kept with an end
ip -n a route get 10.0.2.2

ip -n a route flush cache
ip -n a route change 10.0.2.0/24 via 10.0.1.1 mtu lock 1200

# probe: locked: sent without DF, so the router may cut
ip netns exec a ping -n -c1 -W1 -s 1100 10.0.2.2

# probe: nothing is learnt
ip -n a route get 10.0.2.2

ip -n a route del 10.0.2.0/24
ip netns exec a sysctl -qw net.ipv4.route.mtu_expires=2

# probe: learnt for two seconds
ip netns exec a ping -n -c1 -W1 -M do -s 1100 10.0.2.2

# probe: the second packet is cut to what is known
ip netns exec a ping -n -c1 -W1 -M want -s 1100 10.0.2.2

sleep 3

# probe: forgotten
ip -n a route get 10.0.2.2

ip netns exec a sysctl -qw net.ipv4.route.min_pmtu=1100

# probe: told less than the lower bound
ip netns exec a ping -n -c1 -W1 -M do -s 1090 10.0.2.2

# probe: the bound, locked
ip -n a route get 10.0.2.2

# cleanup
ip netns del a
ip netns del r
ip netns del b

# title: The path MTU of one destination
# teaches: What a router says about a packet that is too big is kept for that destination
#   alone, until it ends or is flushed; an MTU of the route itself comes first.
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
ip -n r link set eth1 mtu 1000
ip -n b link set eth0 mtu 1000

# probe: ping
ip netns exec a ping -n -c1 -W1 -M do -s 1200 10.0.2.2

# probe: get
ip -n a route get 10.0.2.2

# probe: other destination, no exception
ip -n a route get 10.0.2.3

# probe: fragments after that
ip netns exec a ping -n -c1 -W1 -M dont -s 1200 10.0.2.2

# forget it
ip -n a route flush cache

# probe: forgotten
ip -n a route get 10.0.2.2

# a tiny mtu on the way
ip -n r link set eth1 mtu 400

# probe: below the least believed
ip netns exec a ping -n -c1 -W1 -M do -s 500 10.0.2.2

# probe: get
ip -n a route get 10.0.2.2

# an MTU of the route
ip -n a route change default via 10.0.1.1 mtu 1200

# probe: get with mtu
ip -n a route get 10.0.2.9

# probe: ping with it
ip netns exec a ping -n -c1 -W1 -M do -s 1300 10.0.2.9

# cleanup
ip netns del a
ip netns del r
ip netns del b

# title: Moving an interface
# teaches: An interface that moves to another host loses its addresses, routes and neighbours; its
#   name must be free there, lo never moves.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up
ip netns add c
ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1

# probe: it works
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip -n a link set eth0 netns c
sleep 1.5

# probe: it is not here any more
ip -n a link show eth0

# probe: nor are its routes
ip -n a route show table all

# probe: down and bare there
ip -n c addr show eth0

ip -n c addr add 10.0.0.1/24 dev eth0
ip -n c link set lo up
ip -n c link set eth0 up

# probe: it works from there
ip netns exec c ping -n -c1 -W1 10.0.0.2

# probe: the name is taken there
ip -n c link set eth0 netns b

# probe: lo never moves
ip -n c link set lo netns b

# probe: no such host
ip -n c link set eth0 netns nowhere

ip -n c link set eth0 netns b name eth1
sleep 1.5

# probe: both ends in one host
ip -n b -br link show

# cleanup
ip netns del a
ip netns del b
ip netns del c

# title: macvlan: several hosts on one wire
# teaches: In bridge mode siblings reach each other and the world; in private mode only the world.
#   The host that owns the wire and its children never hear each other.
# timeout: 30

ip netns add a
ip netns add w
ip netns add c
ip netns add d
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec w sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec d sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns w address 02:00:00:00:00:0b
ip -n a link add mv1 link eth0 address 02:00:00:00:00:c1 type macvlan mode bridge
ip -n a link set mv1 netns c
ip -n a link add mv2 link eth0 address 02:00:00:00:00:d1 type macvlan mode bridge
ip -n a link set mv2 netns d
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n w addr add 10.0.0.2/24 dev eth0
ip -n c addr add 10.0.0.3/24 dev mv1
ip -n d addr add 10.0.0.4/24 dev mv2
ip -n a link set lo up
ip -n w link set lo up
ip -n c link set lo up
ip -n d link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec w sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n w link set eth0 up
ip -n c link set mv1 up
ip -n d link set mv2 up

# probe: to the world
ip netns exec c ping -n -c1 -W1 10.0.0.2

# probe: to a sibling
ip netns exec c ping -n -c1 -W1 10.0.0.4

# probe: not to the owner of the wire
ip netns exec c ping -n -c1 -W4 10.0.0.1

# probe: a child
ip -n c -d link show mv1

ip -n c link set mv1 type macvlan mode private
ip -n d link set mv2 type macvlan mode private
ip -n c neigh flush dev mv1
ip -n d neigh flush dev mv2

# probe: private: no siblings
ip netns exec c ping -n -c1 -W4 10.0.0.4

# probe: private: the world
ip netns exec c ping -n -c1 -W1 10.0.0.2

ip -n w link set eth0 down
sleep 1.5

# probe: the carrier of the parent is the child's
ip -n c link show mv1

# probe: the parent is taken: it cannot be a macvlan of lo
ip -n a link add mv3 link lo type macvlan mode bridge

# cleanup
ip netns del a
ip netns del w
ip netns del c
ip netns del d

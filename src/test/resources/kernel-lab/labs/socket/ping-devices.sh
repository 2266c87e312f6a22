# title: ping by a device
# teaches: -I takes the name of a device or an address of this host. What is neither is refused in words that
#   depend on the destination; a device decides the way, an address only where from.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a addr add 10.0.9.1/32 dev lo
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0 nud permanent
ip -n b neigh add 10.0.0.1 lladdr 02:00:00:00:00:0a dev eth0 nud permanent

# probe: no such device
ip netns exec a ping -n -c1 -W0.5 -I eth9 10.0.0.2

# probe: no such device, to a group
ip netns exec a ping -n -c1 -W0.5 -I eth9 239.1.2.3

# probe: no such device, to everybody
ip netns exec a ping -n -c1 -W0.5 -I eth9 -b 10.0.0.255

# probe: not an address of this host
ip netns exec a ping -n -c1 -W0.5 -I 10.0.0.7 10.0.0.2

# probe: neither
ip netns exec a ping -n -c1 -W0.5 -I 10.0.0 10.0.0.2

# probe: a device
ip netns exec a ping -n -c1 -W0.5 -I eth0 10.0.0.2

# probe: a device without a way there
ip netns exec a ping -n -c1 -W0.5 -I lo 10.0.0.2

# probe: a group by a device
ip netns exec a ping -n -c1 -W0.5 -I eth0 239.1.2.3

# probe: an address of another device
ip netns exec a ping -n -c1 -W0.5 -I 10.0.9.1 10.0.0.2

# cleanup
ip netns del a
ip netns del b

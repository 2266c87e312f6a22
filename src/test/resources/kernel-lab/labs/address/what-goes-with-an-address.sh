# title: What the kernel asks when an address goes
# teaches: When the last address with a local entry is deleted, the kernel asks the tables whether the address is still local;
#   if it is not, routes that prefer it as source go as well.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name far0 address 02:00:00:00:00:0b
ip -n a link set lo up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a addr add 10.0.0.2/24 dev eth0
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n a addr add 10.0.1.1/32 dev lo
ip -n a link set eth0 up
ip -n a link set far0 up
ip -n a route add 10.9.0.0/16 dev eth0 src 10.0.0.2
sleep 1.2

# probe: a secondary address that a route prefers
ip -n a addr del 10.0.0.2/24 dev eth0

# probe: an address that another device has, too
ip -n a addr del 10.0.1.1/24 dev eth0

# probe: a primary address
ip -n a addr del 10.0.0.1/24 dev eth0

# probe: the last of lo
ip -n a addr del 10.0.1.1/32 dev lo

# probe: an address comes back
ip -n a addr add 10.0.0.1/24 dev eth0

# probe: all go
ip -n a addr flush dev eth0

# probe: what is left
ip -n a route show table all

# cleanup
ip netns del a

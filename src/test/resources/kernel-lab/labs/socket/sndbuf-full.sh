# title: A send buffer that is full
# teaches: A socket may hold no more than twice its send buffer. Each part of a datagram takes a buffer
#   of its own, which is much larger than a small part: over a tiny MTU a large ping does not fit.
#   Nobody is at the other end.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a link set eth0 mtu 68
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:77 dev eth0 nud permanent

# probe: twelve parts fit
ip netns exec a ping -n -c1 -W1 -M dont -s 568 10.0.0.2

# probe: thirteen do not; ping tries again and gives up
ip netns exec a ping -n -c1 -W1 -M dont -s 569 10.0.0.2

# probe: with ten times as much data there is more room
ip netns exec a ping -n -c2 -i0.2 -W0.5 -M dont -s 5680 10.0.0.2

# a larger MTU: larger parts
ip -n a link set eth0 mtu 576

# probe: they fit
ip netns exec a ping -n -c1 -W1 -M dont -s 5680 10.0.0.2

# cleanup
ip netns del a
ip netns del b

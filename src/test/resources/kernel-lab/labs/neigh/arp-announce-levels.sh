# title: arp_announce, every level
# teaches: Which address an ARP request carries as its sender: 0 the source of the packet, 1 only if
#   it lies in the subnet of the target, 2 always the best address of the interface.

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
ip -n a addr add 10.0.0.11/24 dev eth0
ip -n a addr add 10.99.0.1/32 dev lo
ip -n b route add 10.99.0.1/32 dev eth0

# probe: 0: the source of the packet, though it belongs to lo
ip netns exec a ping -n -c1 -W1 -I 10.99.0.1 10.0.0.2

ip -n a neigh flush dev eth0
ip -n b neigh flush dev eth0
ip netns exec a sysctl -qw net.ipv4.conf.eth0.arp_announce=1

# probe: 1: the source is not in the target's subnet
ip netns exec a ping -n -c1 -W1 -I 10.99.0.1 10.0.0.2

ip -n a neigh flush dev eth0
ip -n b neigh flush dev eth0

# probe: 1: a secondary address of the subnet will do
ip netns exec a ping -n -c1 -W1 -I 10.0.0.11 10.0.0.2

ip -n a neigh flush dev eth0
ip -n b neigh flush dev eth0
ip netns exec a sysctl -qw net.ipv4.conf.all.arp_announce=2

# probe: 2: the primary address for a secondary source
ip netns exec a ping -n -c1 -W1 -I 10.0.0.11 10.0.0.2

ip -n a neigh flush dev eth0
ip -n b neigh flush dev eth0

# probe: 2: and for the one on lo
ip netns exec a ping -n -c1 -W1 -I 10.99.0.1 10.0.0.2

# cleanup
ip netns del a
ip netns del b

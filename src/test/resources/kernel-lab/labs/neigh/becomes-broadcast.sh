# title: A neighbour's address becomes the broadcast address
# teaches: With a new address of the interface its broadcast address is no neighbour any more: an entry that is not
#   valid goes (arp_invalidate), a valid one stays and is of no use.

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
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.retrans_time_ms=100
ip netns exec a ping -n -c1 -W1 10.0.0.3
ip -n a neigh add 10.0.0.7 lladdr 02:00:00:00:00:77 dev eth0 nud permanent

# probe: one has failed, one is permanent
ip -n a neigh

# probe: 10.0.0.3 is the broadcast address of this subnet
ip -n a addr add 10.0.0.1/30 dev eth0

# probe: the failed entry is gone
ip -n a neigh

# probe: 10.0.0.7 is the one of this
ip -n a addr add 10.0.0.5/30 dev eth0

# probe: the valid entry stays
ip -n a neigh

# cleanup
ip netns del a
ip netns del b

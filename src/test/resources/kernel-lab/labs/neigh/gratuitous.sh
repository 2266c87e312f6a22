# title: Gratuitous ARP: who learns from it
# teaches: A host that tells its address unasked changes entries that are there; a new one is only
#   made with arp_accept, with 2 only for its own subnet. drop_gratuitous_arp ends it.

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
ip -n b addr add 192.168.7.1/24 dev eth0

# probe: a request of this kind makes no entry
ip netns exec b arping -U -c1 -w1 -I eth0 10.0.0.2

# probe: nothing
ip -n a neigh show

ip netns exec a sysctl -qw net.ipv4.conf.eth0.arp_accept=1

# probe: with arp_accept it does
ip netns exec b arping -U -c1 -w1 -I eth0 10.0.0.2

# probe: there it is
ip -n a neigh show

# probe: so does a reply of this kind, also for a strange subnet
ip netns exec b arping -A -c1 -w1 -I eth0 192.168.7.1

# probe: this one, too
ip -n a neigh show 192.168.7.1

ip -n a neigh flush dev eth0
ip netns exec a sysctl -qw net.ipv4.conf.eth0.arp_accept=2

# probe: 2: not for a strange subnet
ip netns exec b arping -A -c1 -w1 -I eth0 192.168.7.1

# probe: 2: for its own subnet
ip netns exec b arping -U -c1 -w1 -I eth0 10.0.0.2

# probe: one entry
ip -n a neigh show

ip netns exec a sysctl -qw net.ipv4.conf.all.drop_gratuitous_arp=1
ip -n a neigh flush dev eth0

# probe: dropped before anything is looked at
ip netns exec b arping -U -c1 -w1 -I eth0 10.0.0.2

# probe: nothing again
ip -n a neigh show

# cleanup
ip netns del a
ip netns del b

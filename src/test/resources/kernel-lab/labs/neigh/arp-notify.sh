# title: arp_notify: a host tells that it is there
# teaches: With arp_notify a host sends gratuitous ARP when an interface comes up, when its hardware
#   address changes and when an address is added.

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
ip netns exec b sysctl -qw net.ipv4.conf.all.arp_notify=1
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:99 nud stale dev eth0

# probe: an address is added: told
ip -n b addr add 10.0.0.22/24 dev eth0

# probe: the hardware address changes: all primary addresses are told
ip -n b link set eth0 address 02:00:00:00:00:bb

# probe: a knows it at once
ip -n a neigh show

ip -n b link set eth0 down

# probe: up again: told
ip -n b link set eth0 up

ip netns exec b sysctl -qw net.ipv4.conf.all.arp_notify=0

# probe: not any more
ip -n b link set eth0 address 02:00:00:00:00:0b

# probe: a still has the old one
ip -n a neigh show

# cleanup
ip netns del a
ip netns del b

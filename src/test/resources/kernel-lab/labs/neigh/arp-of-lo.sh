# title: What arp tells of an entry on lo
# teaches: An interface without ARP keeps one entry for all addresses, under 0.0.0.0; its hardware is of the kind
#   loop. arp -a speaks of entries that are not there in other words than arp.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth1 address 02:00:00:00:00:0b
ip -n a link set lo up
ip -n a link set eth0 up
ip -n a link set eth1 up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a neigh add 10.0.0.9 lladdr 02:00:00:00:00:01 nud permanent dev lo

# probe: the file
ip netns exec a cat /proc/net/arp

# probe: in columns
ip netns exec a arp -n

# probe: in another style
ip netns exec a arp -an

# probe: of one interface
ip netns exec a arp -n -i lo

# probe: not there
ip netns exec a arp -n 10.0.0.9

# probe: not there, in the other style
ip netns exec a arp -an 10.0.0.9

# cleanup
ip netns del a

# title: One neighbour for all of lo
# teaches: lo has a single neighbour entry, 0.0.0.0, for every address. Whoever adds one for lo with a hardware address
#   changes that entry: packets to the own addresses then carry a foreign hardware address and lo drops them.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link set lo up

# probe: the entry is there after the first packet, but not shown
ip netns exec a ping -n -c1 -W1 127.0.0.1

# probe: an entry for an address on lo becomes the entry of 0.0.0.0
ip -n a neigh add 10.0.2.1 lladdr 02:00:00:00:00:02 nud permanent dev lo

# probe: it is shown under that name
ip -n a neigh show

# probe: the host does not reach itself any more
ip netns exec a ping -n -c1 -W1 127.0.0.1

# probe: by the address it was added with it cannot be deleted
ip -n a neigh del 10.0.2.1 dev lo

# probe: by 0.0.0.0 it can
ip -n a neigh del 0.0.0.0 dev lo

# probe: and lo is whole again
ip netns exec a ping -n -c1 -W1 127.0.0.1

# cleanup
ip netns del a

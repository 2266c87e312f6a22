# title: Entries by hand
# teaches: Permanent, noarp, stale and failed entries, what may be changed and deleted, and what
#   each does with a packet.

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
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0 nud permanent

# probe: no request is needed
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: there is one already
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0 nud noarp

ip -n a neigh replace 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0 nud noarp

# probe: noarp
ip -n a neigh show nud noarp

# probe: it works as well
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip -n a neigh change 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0 nud stale

# probe: used, then confirmed later
ip -n a neigh show 10.0.0.2

# probe: a stale one is used at once
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: one that is not there cannot be changed
ip -n a neigh change 10.0.0.9 lladdr 02:00:00:00:00:09 dev eth0

# probe: nor deleted
ip -n a neigh del 10.0.0.9 dev eth0

# probe: deleting
ip -n a neigh del 10.0.0.2 dev eth0

# probe: asked for anew
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip -n a neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev eth0 nud permanent

# probe: flush leaves permanent ones
ip -n a neigh flush dev eth0

# probe: the permanent one
ip -n a neigh show

# probe: one entry asked for
ip -n a neigh get 10.0.0.9 dev eth0

# probe: one that is not there
ip -n a neigh get 10.0.0.8 dev eth0

# probe: a neighbour on a device that is not there
ip -n a neigh add 10.0.0.5 lladdr 02:00:00:00:00:05 dev eth9

# cleanup
ip netns del a
ip netns del b

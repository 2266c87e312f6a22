# title: Entries of neighbours by hand
# teaches: permanent is never asked for, noarp neither, a wrong one sends into the void; deleted
#   entries are learnt anew.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n b addr add 2001:db8:1::2/64 dev eth0 nodad
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up

# until the link-local addresses are found to be unique
sleep 3

ip -n a -6 neigh add 2001:db8:1::2 lladdr 02:00:00:00:00:0b dev eth0 nud permanent

# probe: known beforehand: no solicitation
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::2

# probe: the entries
ip -n a -6 neigh show

ip -n a -6 neigh change 2001:db8:1::2 lladdr 02:00:00:00:00:99 dev eth0 nud permanent

# probe: a wrong one
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::2

ip -n a -6 neigh del 2001:db8:1::2 dev eth0

# probe: gone, and asked for
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::2

ip -n a -6 neigh replace 2001:db8:1::2 lladdr 02:00:00:00:00:0b dev eth0 nud stale

# probe: a stale one is used at once
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::2

ip -n a -6 neigh flush dev eth0

# probe: flushed
ip -n a -6 neigh show nud reachable

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

# title: Neighbours of a dead wire
# teaches: When the carrier goes the neighbours go, too, unless arp_evict_nocarrier is 0; permanent
#   ones stay.
# timeout: 30

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

# probe: a neighbour is learnt
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip -n a neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev eth0 nud permanent
ip -n b link set eth0 down
sleep 1.5

# probe: only the permanent one is left
ip -n a neigh show

# probe: TCP learns after three requests that nobody is there
ip netns exec a nc -n -v -z -w5 10.0.0.2 80

ip -n b link set eth0 up
sleep 1.5
ip netns exec a sysctl -qw net.ipv4.conf.eth0.arp_evict_nocarrier=0

# probe: learnt again
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip -n b link set eth0 down
sleep 1.5

# probe: kept this time
ip -n a neigh show

# probe: and used: the frame is dropped in the device
ip netns exec a ping -n -c1 -W1 10.0.0.2

# cleanup
ip netns del a
ip netns del b

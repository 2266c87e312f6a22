# title: A neighbour entry that ends with packets waiting
# teaches: Deleting an entry that is being resolved tells the senders of what waits; a link that
#   goes down only throws it away.

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
ip netns exec a ping -n -c1 -W2 10.0.0.77 &
sleep 0.3

# probe: deleted: the sender is told at once
ip -n a neigh del 10.0.0.77 dev eth0

ip netns exec a ping -n -c1 -W2 10.0.0.78 &
sleep 0.3

# probe: flushed
ip -n a neigh flush dev eth0

ip netns exec a ping -n -c1 -W2 10.0.0.79 &
sleep 0.3

# probe: the link goes down: purged
ip -n a link set eth0 down

# probe: nothing left
ip -n a neigh show

sleep 2.2

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

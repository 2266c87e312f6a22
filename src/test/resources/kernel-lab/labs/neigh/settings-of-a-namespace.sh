# title: What a namespace may set of its neighbours
# teaches: The size of the table and its cleaning belong to the machine: a namespace only has what
#   concerns one interface.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up

# probe: not here
ip netns exec a sysctl net.ipv4.neigh.default.gc_thresh1

# probe: nor to be written
ip netns exec a sysctl -w net.ipv4.neigh.default.gc_thresh3=8

# probe: an interface has these
ip netns exec a sysctl net.ipv4.neigh.eth0.gc_stale_time net.ipv4.neigh.eth0.locktime net.ipv4.neigh.eth0.proxy_qlen net.ipv4.neigh.eth0.unres_qlen net.ipv4.neigh.eth0.base_reachable_time_ms

ip netns exec a sysctl -qw net.ipv4.neigh.eth0.base_reachable_time_ms=1000
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=1

# probe: learnt, for about a second
ip netns exec a ping -n -c1 -W1 10.0.0.2

sleep 3

# probe: stale by then
ip -n a neigh show

# probe: used at once, and asked about afterwards
ip netns exec a ping -n -c1 -W1 10.0.0.2

# cleanup
ip netns del a
ip netns del b

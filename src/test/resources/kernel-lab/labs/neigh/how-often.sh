# title: How often and how fast a neighbour is asked
# teaches: mcast_solicit says how many requests go out, retrans_time_ms how far apart; with 0 of
#   them and no program to ask, resolution fails at once.

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
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.mcast_solicit=1 net.ipv4.neigh.eth0.retrans_time_ms=200

# probe: one request and a failure after a fifth of a second
ip netns exec a ping -n -c1 -W2 10.0.0.77

# probe: failed
ip -n a neigh show

ip netns exec a sysctl -qw net.ipv4.neigh.eth0.mcast_solicit=5

# probe: five requests
ip netns exec a ping -n -c1 -W2 10.0.0.78

ip netns exec a sysctl -qw net.ipv4.neigh.eth0.mcast_solicit=0 net.ipv4.neigh.eth0.app_solicit=0

# probe: nobody may be asked
ip netns exec a ping -n -c1 -W1 10.0.0.79

# cleanup
ip netns del a
ip netns del b

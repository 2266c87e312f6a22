# title: A sender that does not wait
# teaches: nc -u -q0 ends with its input; what comes back, an answer or an ICMP error, finds no socket. With
#   -w1 it stays and hears both.

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
ip -n b neigh add 10.0.0.1 lladdr 02:00:00:00:00:0a dev eth0 nud permanent

# probe: the error comes before the end, over this cable at once
echo x | ip netns exec a nc -n -u -q0 10.0.0.2 5000

# probe: to one who waits
echo x | ip netns exec a nc -n -u -w1 10.0.0.2 5000

# the neighbour does not answer
ip -n a neigh del 10.0.0.2 dev eth0
ip netns exec b sysctl -qw net.ipv4.conf.eth0.arp_ignore=8
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.retrans_time_ms=100

# probe: ended before the neighbour has failed
echo x | ip netns exec a nc -n -u -q0 10.0.0.2 5000

# probe: the error finds nobody
sleep 1

# probe: one who waits is not told either: the error is a soft one
echo x | ip netns exec a nc -n -u -w1 10.0.0.2 5000

# cleanup
ip netns del a
ip netns del b

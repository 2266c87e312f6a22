# title: Dropped at the first hook
# teaches: raw PREROUTING comes before routing and tracking: what it drops is never routed.

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
ip netns exec b iptables -t raw -A PREROUTING -i eth0 -s 10.0.0.1 -p icmp -j DROP

# probe: dropped before any lookup
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: the host itself is not touched
ip netns exec b ping -c1 -W1 10.0.0.2

# probe: the counter
ip netns exec b iptables -t raw -nvL

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

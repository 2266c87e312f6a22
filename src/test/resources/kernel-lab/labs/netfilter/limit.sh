# title: Not too many
# teaches: limit lets so many through in a time; the rest falls to the next rule.

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
ip netns exec b iptables -A INPUT -p icmp -m limit --limit 1/hour --limit-burst 2 -j ACCEPT
ip netns exec b iptables -A INPUT -p icmp -j DROP

# probe: the burst
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: its last
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: too many
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: the counters
ip netns exec b iptables -nvL INPUT

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

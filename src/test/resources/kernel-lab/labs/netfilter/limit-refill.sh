# title: A limit fills up again
# teaches: Two at once, then one a second: at a ping each 0.45 s the third, the fifth are dropped.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 netns b address 02:00:00:00:00:02
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec b iptables -A INPUT -p icmp -m limit --limit 1/s --limit-burst 2 -j ACCEPT
ip netns exec b iptables -A INPUT -p icmp -j DROP

# probe: six pings
ip netns exec a ping -c6 -i 0.45 -W1 10.0.0.2

# probe: what passed and what not
ip netns exec b iptables -nvL INPUT

# a pause
sleep 1.5

# probe: after a pause
ip netns exec a ping -c1 -W1 10.0.0.2

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

# title: Dropped at the last hook
# teaches: mangle POSTROUTING sees everything that leaves; what it drops is an error for the sender, too.

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
ip netns exec a iptables -t mangle -A POSTROUTING -p icmp -d 10.0.0.2 -j DROP

# probe: a ping
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: the counter
ip netns exec a iptables -t mangle -nvL POSTROUTING

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

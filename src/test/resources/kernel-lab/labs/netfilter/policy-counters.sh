# title: What the policy decided
# teaches: The counter of a policy counts from the moment it was set, and only what no rule decided.

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
ip netns exec b iptables -P INPUT ACCEPT
ip netns exec b iptables -A INPUT -p tcp --dport 9 -j ACCEPT

# probe: one echo
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: counted by the policy
ip netns exec b iptables -nvL INPUT

ip netns exec b iptables -Z INPUT

# probe: zero again
ip netns exec b iptables -nvL INPUT

ip netns exec b iptables -P INPUT DROP

# probe: now nothing comes in
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: as the rules are saved
ip netns exec b iptables -S

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

# title: Chains of one's own
# teaches: A jump returns, a goto does not: what is at the end of the chain decides who goes on.

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
ip netns exec b iptables -N first
ip netns exec b iptables -N second
ip netns exec b iptables -A INPUT -p icmp -j first
ip netns exec b iptables -A INPUT -p icmp -s 10.0.0.1 -j ACCEPT
ip netns exec b iptables -A INPUT -p icmp -j DROP
ip netns exec b iptables -A first -s 10.0.0.9 -j DROP
ip netns exec b iptables -A first -s 10.0.0.1 -j RETURN
ip netns exec b iptables -A first -j DROP
ip netns exec b iptables -A second -s 10.0.0.9 -j DROP

# probe: a jump comes back
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: how often each rule was used
ip netns exec b iptables -nvL

# a goto does not come back to INPUT
ip netns exec b iptables -P INPUT DROP
ip netns exec b iptables -I INPUT -p icmp -g second

# probe: the end of second is the end of INPUT: the policy
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: the policy has counted it
ip netns exec b iptables -nvL INPUT

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

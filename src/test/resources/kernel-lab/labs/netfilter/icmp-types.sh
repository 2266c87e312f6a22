# title: Types of ICMP
# teaches: A rule may ask for a type, a type with its code, or any.

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
ip netns exec b iptables -A INPUT -p icmp --icmp-type echo-reply -j ACCEPT
ip netns exec b iptables -A INPUT -p icmp --icmp-type port-unreachable -j DROP
ip netns exec b iptables -A INPUT -p icmp ! --icmp-type echo-request -j ACCEPT
ip netns exec b iptables -A INPUT -p icmp --icmp-type any -j REJECT --reject-with icmp-admin-prohibited

# probe: b's own ping gets its answer
ip netns exec b ping -n -c1 -W1 10.0.0.1

# probe: a's ping is refused
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: the error about b's datagram does not come in
echo x | ip netns exec b nc -v -n -u -w1 10.0.0.1 9999

# probe: how often
ip netns exec b iptables -nvL INPUT

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

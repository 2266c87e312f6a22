# title: Answers to datagrams
# teaches: REJECT answers a datagram with an ICMP error; each kind says something else to the sender.

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
ip netns exec b iptables -A INPUT -p udp --dport 1001 -j REJECT
ip netns exec b iptables -A INPUT -p udp --dport 1002 -j REJECT --reject-with icmp-net-unreachable
ip netns exec b iptables -A INPUT -p udp --dport 1003 -j REJECT --reject-with icmp-proto-unreachable
ip netns exec b iptables -A INPUT -p udp --dport 1004 -j DROP

# probe: port unreachable
echo x | ip netns exec a nc -v -n -u -w1 10.0.0.2 1001

# probe: net unreachable
echo x | ip netns exec a nc -v -n -u -w1 10.0.0.2 1002

# probe: protocol unreachable
echo x | ip netns exec a nc -v -n -u -w1 10.0.0.2 1003

# probe: silence
echo x | ip netns exec a nc -v -n -u -w1 10.0.0.2 1004

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

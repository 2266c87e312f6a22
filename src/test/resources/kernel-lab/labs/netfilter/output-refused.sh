# title: Refused on the way out
# teaches: In OUTPUT the call itself fails; a TCP connect learns of it by the answer of REJECT only.

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
ip netns exec a iptables -A OUTPUT -p udp --dport 1001 -j DROP
ip netns exec a iptables -A OUTPUT -p tcp --dport 1001 -j REJECT
ip netns exec a iptables -A OUTPUT -p tcp --dport 1002 -j REJECT --reject-with tcp-reset
ip netns exec a iptables -A OUTPUT -p tcp --dport 1003 -j REJECT --reject-with icmp-net-unreachable
ip netns exec a iptables -A OUTPUT -p tcp --dport 1004 -j DROP

# probe: a datagram
echo x | ip netns exec a nc -v -n -u -w1 10.0.0.2 1001

# probe: REJECT
ip netns exec a nc -v -n -z -w2 10.0.0.2 1001

# probe: a reset
ip netns exec a nc -v -n -z -w2 10.0.0.2 1002

# probe: net unreachable
ip netns exec a nc -v -n -z -w2 10.0.0.2 1003

# probe: DROP: it waits
ip netns exec a nc -v -n -z -w2 10.0.0.2 1004

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

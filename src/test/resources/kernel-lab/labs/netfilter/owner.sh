# title: Who sends: the owner of a socket
# teaches: Only packets of a socket have an owner; what the kernel answers by itself, such as a reset, has none.

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
ip netns exec a iptables -A OUTPUT -m owner --uid-owner root -j ACCEPT
ip netns exec a iptables -A OUTPUT -m owner ! --socket-exists
ip netns exec a iptables -A OUTPUT -p icmp -j DROP
ip netns exec b iptables -A OUTPUT -m owner --gid-owner 1000-2000 -j DROP
ip netns exec b iptables -A OUTPUT -m owner ! --uid-owner 0 -j REJECT
ip netns exec b nc -n -d -l -k 0.0.0.0 80 &
sleep 0.2

# probe: the ping of root goes out
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: the answer of the kernel has no owner
ip netns exec b ping -c1 -W1 10.0.0.1

# probe: a connection to a socket of root
ip netns exec a nc -v -n -z -w2 10.0.0.2 80

# probe: a reset is of nobody
ip netns exec b nc -v -n -z -w2 10.0.0.1 81

# probe: how often each rule decided
ip netns exec a iptables -nvL OUTPUT

# probe: and on the other side
ip netns exec b iptables -nvL OUTPUT

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

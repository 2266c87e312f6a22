# title: Only who begins
# teaches: --syn fits the first segment of a connection alone: those who answer are let through without any tracking.

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
ip netns exec a nc -n -d -l -k 0.0.0.0 80 &
ip netns exec b nc -n -d -l -k 0.0.0.0 80 &
sleep 0.2
ip netns exec b iptables -A INPUT -p tcp --syn -j DROP
ip netns exec b iptables -A INPUT -p tcp --tcp-flags SYN,ACK SYN,ACK -j ACCEPT

# probe: b may begin
ip netns exec b nc -v -n -z -w2 10.0.0.1 80

# probe: a may not
ip netns exec a nc -v -n -z -w2 10.0.0.2 80

# probe: the counters
ip netns exec b iptables -nvL INPUT

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

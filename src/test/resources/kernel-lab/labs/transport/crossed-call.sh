# title: A call that crosses one that was not heard
# settle: 0.05
# teaches: a waits for an answer to its SYN, which the firewall of b drops. The SYN of b is no answer, but it makes a connection
#   with it: a answers it with SYN and ACK, of which b takes notice as of any other.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec b iptables -A INPUT -p tcp --dport 7000 --syn -j DROP
echo from-a | ip netns exec a nc -n -w5 -p 7000 10.0.0.2 7000 &
sleep 0.1

# probe: b calls a
ip netns exec b nc -n -d -v -w1 -p 7000 10.0.0.1 7000

# probe: the counters
ip netns exec a cat /proc/net/snmp

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

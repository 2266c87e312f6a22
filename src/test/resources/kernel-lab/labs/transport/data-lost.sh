# title: Data that never arrive
# teaches: A lost segment is sent once more as a probe, then again and again, each time after twice as
#   long; with tcp_retries2 lowered the connection is given up soon, and the program is told.

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
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up
ip netns exec a ping -c1 -W1 10.0.0.2
ip netns exec b nc -n -d -l -k 5001 &
sleep 0.3
ip netns exec b iptables -A INPUT -p tcp --dport 5001 --tcp-flags PSH PSH -j DROP
ip netns exec b iptables -A INPUT -p tcp --dport 5001 --tcp-flags FIN FIN -j DROP
ip netns exec a sysctl -qw net.ipv4.tcp_retries2=3

# probe: given up
echo hello | ip netns exec a nc -n 10.0.0.2 5001

# probe: the counters
ip netns exec a grep Tcp: /proc/net/snmp

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

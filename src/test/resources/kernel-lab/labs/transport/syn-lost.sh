# title: A SYN that never arrives
# teaches: A SYN is repeated as often as tcp_syn_linear_timeouts and tcp_syn_retries say; then connect
#   fails with "Connection timed out".

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
ip netns exec b iptables -A INPUT -p tcp --dport 5001 -j DROP
ip netns exec a sysctl -qw net.ipv4.tcp_syn_linear_timeouts=1
ip netns exec a sysctl -qw net.ipv4.tcp_syn_retries=1

# probe: given up
ip netns exec a nc -n -v -z 10.0.0.2 5001

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

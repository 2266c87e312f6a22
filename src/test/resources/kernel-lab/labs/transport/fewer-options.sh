# title: Without timestamps, selective acknowledgements or scaled windows
# teaches: A host offers each option with its SYN only if it may, and answers only with those that were offered; so the header of
#   a SYN and of all that follows is as long as what both ends agree on.

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
ip netns exec a ping -c1 -W1 10.0.0.2
ip netns exec b nc -n -d -l -k 5001 &
sleep 0.2
ip netns exec a sysctl -qw net.ipv4.tcp_timestamps=0

# probe: no timestamps
echo hello | ip netns exec a nc -n -N -w1 10.0.0.2 5001

ip netns exec a sysctl -qw net.ipv4.tcp_sack=0

# probe: nor selective acknowledgements
echo hello | ip netns exec a nc -n -N -w1 10.0.0.2 5001

ip netns exec a sysctl -qw net.ipv4.tcp_window_scaling=0

# probe: nor scaled windows
echo hello | ip netns exec a nc -n -N -w1 10.0.0.2 5001

ip netns exec a sysctl -qw net.ipv4.tcp_timestamps=1

# probe: timestamps alone
echo hello | ip netns exec a nc -n -N -w1 10.0.0.2 5001

ip netns exec b sysctl -qw net.ipv4.tcp_timestamps=0

# probe: the other end wants none
echo hello | ip netns exec a nc -n -N -w1 10.0.0.2 5001

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

# title: More data than a segment takes
# teaches: A device that cuts segments itself gets several at once, not more than half the congestion
#   window, all of them pushed; the rest follows the first acknowledgement.

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
seq 5000 | ip netns exec b nc -n -l -k -N 5002 &
sleep 0.3

# probe: four segments
seq 1000 | ip netns exec a nc -n -N -w2 10.0.0.2 5001

# probe: more than the congestion window
seq 5000 | ip netns exec a nc -n -N -w2 10.0.0.2 5001

# probe: the other way
ip netns exec a nc -n -d -w1 10.0.0.2 5002

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

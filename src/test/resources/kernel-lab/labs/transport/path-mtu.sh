# title: A path that takes less
# teaches: The router cannot forward what is larger than its next link and says so; the sender learns
#   the MTU of the path and at once sends the same data again in smaller segments.

ip netns add a
ip netns add r
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns r address 02:00:00:00:00:01
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name eth1 netns r address 02:00:00:00:00:02
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n r addr add 10.0.1.254/24 dev eth0
ip -n r addr add 10.0.2.254/24 dev eth1
ip -n b addr add 10.0.2.1/24 dev eth0
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip netns exec r sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip netns exec r sysctl -qw net.ipv4.neigh.eth1.delay_first_probe_time=60
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n r link set eth1 mtu 1000
ip -n r link set eth1 up
ip -n b link set eth0 up
ip -n a route add default via 10.0.1.254
ip -n b route add default via 10.0.2.254
ip netns exec a ping -c1 -W1 10.0.2.1
ip netns exec b nc -n -d -l -k 5001 &
sleep 0.3

# probe: four segments, too large at first
seq 1000 | ip netns exec a nc -n -N -w2 10.0.2.1 5001

# probe: what was learnt
ip -n a route get 10.0.2.1

# probe: the next connection knows it
seq 1000 | ip netns exec a nc -n -N -w2 10.0.2.1 5001

# cleanup
ip netns pids a | xargs -r kill
ip netns pids r | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del r
ip netns del b

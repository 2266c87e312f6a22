# title: A header that is full
# teaches: A packet that goes round in circles fills its time stamps; the one that finds no room for the sixteenth time is refused.

ip netns add a
ip netns add r
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns r address 02:00:00:00:01:0a
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name eth1 netns r address 02:00:00:00:01:0b
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n r addr add 10.0.1.1/24 dev eth0
ip -n r addr add 10.0.2.1/24 dev eth1
ip -n b addr add 10.0.2.2/24 dev eth0
ip -n a link set lo up
ip -n r link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec r sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n r link set eth0 up
ip netns exec r sysctl -qw net.ipv4.neigh.eth1.delay_first_probe_time=60
ip -n r link set eth1 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up
ip -n a route add default via 10.0.1.1
ip -n b route add default via 10.0.2.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip -n b link set lo up
ip netns exec b sysctl -qw net.ipv4.ip_forward=1
ip -n r route add 10.9.0.0/16 via 10.0.2.2
ip netns exec r sysctl -qw net.ipv4.conf.all.send_redirects=0
ip netns exec b sysctl -qw net.ipv4.conf.all.send_redirects=0

# probe: round and round
ip netns exec a ping -n -c1 -W1 -T tsonly 10.9.0.1

# cleanup
ip netns del a
ip netns del r
ip netns del b

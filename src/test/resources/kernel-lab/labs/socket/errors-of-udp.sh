# title: What a UDP program is told
# teaches: A connected socket learns of refused ports and prohibited ways by its next call;
#   unreachable networks and hosts it does not notice.

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
ip netns exec r sysctl -qw net.ipv4.icmp_ratelimit=0
ip -n r route add unreachable 10.9.1.0/24
ip -n r route add prohibit 10.9.2.0/24
ip -n r route add blackhole 10.9.3.0/24

# probe: refused
ip netns exec a nc -n -u -v -z -w1 10.0.2.2 5000

# probe: no network
ip netns exec a nc -n -u -v -z -w1 10.9.9.1 5000

# probe: no host
ip netns exec a nc -n -u -v -z -w1 10.9.1.1 5000

# probe: prohibited
ip netns exec a nc -n -u -v -z -w1 10.9.2.1 5000

# probe: nothing at all
ip netns exec a nc -n -u -v -z -w1 10.9.3.1 5000

# probe: TCP: no network
ip netns exec a nc -n -v -z -w2 10.9.9.1 80

# probe: TCP: no host
ip netns exec a nc -n -v -z -w2 10.9.1.1 80

# probe: TCP: nothing at all
ip netns exec a nc -n -v -z -w2 10.9.3.1 80

ip -n a route add unreachable 10.8.1.0/24
ip -n a route add prohibit 10.8.2.0/24
ip -n a route add blackhole 10.8.3.0/24
ip -n a route add throw 10.8.4.0/24

# probe: here: unreachable
ip netns exec a nc -n -u -v -z -w1 10.8.1.1 5000

# probe: here: prohibited
ip netns exec a nc -n -u -v -z -w1 10.8.2.1 5000

# probe: here: blackhole
ip netns exec a nc -n -u -v -z -w1 10.8.3.1 5000

# probe: here: throw, and the default is not asked for it goes on to the next table
ip netns exec a nc -n -u -v -z -w1 10.8.4.1 5000

# cleanup
ip netns del a
ip netns del r
ip netns del b

# title: Errors that wait for a program
# teaches: Three echo requests wait for one neighbour and fail together; the socket has the first error
#   pending while the others are put into its queue.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 172.20.5.1/24 dev eth0
ip -n b addr add 172.20.5.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.retrans_time_ms=400

# probe: three requests, and then three errors at once
ip netns exec a ping -n -c3 -i0.3 -W3 172.20.5.9

# cleanup
ip netns del a
ip netns del b

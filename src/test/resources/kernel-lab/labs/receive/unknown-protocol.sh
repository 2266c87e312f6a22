# title: A protocol nobody knows
# teaches: A packet of a protocol that no one handles is answered with an ICMP error of its own
#   kind; a raw socket for the protocol would take it.

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

# probe: protocol 253
ip netns exec a traceroute -n -q1 -m1 -w1 -P 253 10.0.0.2

# probe: a broadcast of it is not answered
ip -n a route get 10.0.0.255

# cleanup
ip netns del a
ip netns del b

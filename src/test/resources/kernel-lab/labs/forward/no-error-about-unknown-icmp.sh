# title: No error about what may be an error
# teaches: An ICMP message of an unknown type is taken for an error: nobody is told that its destination
#   is not there. A datagram on the same way is told of.

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
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.retrans_time_ms=200
ip netns exec a sysctl -qw net.ipv4.icmp_ratelimit=0

# probe: ICMP of type 64
ip netns exec a traceroute -n -q1 -m1 -w2 -P 1 172.20.5.9

# probe: a datagram
ip netns exec a traceroute -n -q1 -m1 -w2 172.20.5.9

# probe: the errors that were sent
ip netns exec a nstat -az IcmpOutDestUnreachs

# cleanup
ip netns del a
ip netns del b

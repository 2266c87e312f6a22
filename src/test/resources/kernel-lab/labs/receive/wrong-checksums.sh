# title: Garbage for ICMP, UDP and TCP
# teaches: traceroute -P fills its packets with the same bytes whatever the protocol. ICMP finds a
#   wrong checksum; UDP and TCP find headers that cannot be, or a wrong checksum where the length fits.

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

# probe: ICMP: the checksum is wrong
ip netns exec a traceroute -n -q1 -m1 -w1 -P 1 10.0.0.2

# probe: UDP: longer than the packet
ip netns exec a traceroute -n -q1 -m1 -w1 -P 17 10.0.0.2

# probe: UDP: long enough, the checksum is wrong
ip netns exec a traceroute -n -q1 -m1 -w1 -P 17 10.0.0.2 17497

# probe: TCP: a header that cannot be
ip netns exec a traceroute -n -q1 -m1 -w1 -P 6 10.0.0.2

# probe: IGMP: the checksum is wrong
ip netns exec a traceroute -n -q1 -m1 -w1 -P 2 10.0.0.2

# probe: what b counted
ip netns exec b cat /proc/net/snmp

# cleanup
ip netns del a
ip netns del b

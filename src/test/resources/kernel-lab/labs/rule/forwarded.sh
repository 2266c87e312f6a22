# title: Rules for what passes through
# teaches: A router may choose by where a packet came in, by its TOS, by its source or the opposite.

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
ip -n r route add blackhole 10.0.2.2/32 table 66
ip netns exec r sysctl -qw net.ipv4.icmp_ratelimit=0
ip -n r rule add iif eth0 tos 0x10 lookup 66 pref 100

# probe: another TOS
ip netns exec a ping -n -c1 -W1 10.0.2.2

# probe: this TOS ends in a hole
ip netns exec a ping -n -c1 -W1 -Q 0x10 10.0.2.2

# probe: asked
ip -n r route get 10.0.2.2 from 10.0.1.2 iif eth0 tos 0x10

ip -n r rule del pref 100
ip -n r rule add not from 10.0.1.2 prohibit pref 101

# probe: from this one
ip netns exec a ping -n -c1 -W1 10.0.2.2

ip -n a addr add 10.0.1.3/24 dev eth0

# probe: from any other
ip netns exec a ping -n -c1 -W1 -I 10.0.1.3 10.0.2.2

ip -n r rule del pref 101
ip -n r rule add iif eth1 unreachable pref 102

# probe: the answer does not pass
ip netns exec a ping -n -c1 -W1 10.0.2.2

# probe: the rules
ip -n r rule show

# cleanup
ip netns del a
ip netns del r
ip netns del b

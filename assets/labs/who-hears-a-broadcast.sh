# title: Who hears a broadcast?
# teaches: A broadcast leaves by the cable, and the host hands a copy to itself before the device. Books say
#   the copy passes lo. It does not: lo counts only what the host answers itself.
# trace: a ping -b -c1 10.1.1.255

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.1.1.1/24 broadcast + dev eth0
ip -n b addr add 10.1.1.2/24 broadcast + dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec a sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0
ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0

# probe: the highest address of the prefix is a broadcast address
ip -n a route get 10.1.1.255

# probe: ping wants to be told that this is meant
ip netns exec a ping -c1 -W1 10.1.1.255

# probe: both hosts answer
ip netns exec a ping -b -c1 -W1 10.1.1.255

# probe: lo has counted the own answer, not the broadcast
ip -n a -s link show dev lo

# probe: a multicast address: 224.0.0.1 is all hosts
ip -n a route get 224.0.0.1 oif eth0

# probe: again both hear it
ip netns exec a ping -c1 -W1 -I eth0 224.0.0.1

# cleanup
ip netns del a
ip netns del b

# title: Who gets a multicast
# teaches: A multicast is taken only by members of its group on the interface it comes in; every
#   host is a member of 224.0.0.1. The tables of memberships, and a router, which does not pass it
#   on.
# settle: 3

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
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n r link set eth1 up
ip -n b link set eth0 up
ip -n a route add default via 10.0.1.1
ip -n b route add default via 10.0.2.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip -n a route add 224.0.0.0/4 dev eth0
ip netns exec r sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0
ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0

# probe: the memberships
ip -n r maddr show dev eth0

# probe: not a member: dropped
ip netns exec a ping -n -c1 -W1 239.1.2.3

# probe: everybody is in this one
ip netns exec a ping -n -c1 -W1 224.0.0.1

ip -n r addr add 239.1.2.3/32 dev eth1 autojoin

# probe: a member on the other interface only
ip netns exec a ping -n -c1 -W1 239.1.2.3

ip -n r addr add 239.1.2.4/32 dev eth0 autojoin

# probe: a member here
ip netns exec a ping -n -c1 -W1 239.1.2.4

# probe: now there is one more
ip -n r maddr show dev eth0

ip -n b addr add 239.1.2.5/32 dev eth0 autojoin

# probe: a router does not pass it on
ip netns exec a ping -n -c1 -W1 -t 5 239.1.2.5

# probe: a multicast as source of a question to the router
ip -n r route get 239.1.2.4 from 10.0.1.2 iif eth0

# probe: TCP to a group
ip netns exec a nc -n -v -z -w1 239.1.2.4 80

# cleanup
ip netns del a
ip netns del r
ip netns del b

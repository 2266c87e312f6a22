# title: arp_ignore, every level
# teaches: Which requests for its addresses a host answers: 0 all, 1 those of the receiving
#   interface, 2 only in the same subnet, 3 not those of scope host, 4 to 7 as 0, 8 none. The larger
#   of all and the receiving interface counts; lo does not receive.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n b addr add 10.99.0.1/32 dev lo
ip -n b addr add 10.99.0.2/32 dev lo scope host
ip -n a addr add 172.31.0.1/24 dev eth0
ip -n b route add 172.31.0.0/24 dev eth0

# probe: 0: any local address, also one on lo
ip netns exec a arping -c1 -w1 -I eth0 10.99.0.1

ip netns exec b sysctl -qw net.ipv4.conf.lo.arp_ignore=8

# probe: lo's own setting says nothing about requests that eth0 receives
ip netns exec a arping -c1 -w1 -I eth0 10.99.0.1

ip netns exec b sysctl -qw net.ipv4.conf.eth0.arp_ignore=1

# probe: 1: not the address on lo
ip netns exec a arping -c1 -w1 -I eth0 10.99.0.1

# probe: 1: eth0's own, whoever asks
ip netns exec a arping -c1 -w1 -I eth0 -s 172.31.0.1 10.0.0.2

ip netns exec b sysctl -qw net.ipv4.conf.eth0.arp_ignore=2

# probe: 2: not for one of another subnet
ip netns exec a arping -c1 -w1 -I eth0 -s 172.31.0.1 10.0.0.2

# probe: 2: for one of the same subnet
ip netns exec a arping -c1 -w1 -I eth0 10.0.0.2

ip netns exec b sysctl -qw net.ipv4.conf.eth0.arp_ignore=3

# probe: 3: a global address, even on lo
ip netns exec a arping -c1 -w1 -I eth0 10.99.0.1

# probe: 3: not one of scope host
ip netns exec a arping -c1 -w1 -I eth0 10.99.0.2

ip netns exec b sysctl -qw net.ipv4.conf.eth0.arp_ignore=4

# probe: 4: as 0
ip netns exec a arping -c1 -w1 -I eth0 10.99.0.2

ip netns exec b sysctl -qw net.ipv4.conf.eth0.arp_ignore=7

# probe: 7: as 0
ip netns exec a arping -c1 -w1 -I eth0 10.99.0.2

ip netns exec b sysctl -qw net.ipv4.conf.all.arp_ignore=8

# probe: 8: nothing, for the larger of all and eth0 counts
ip netns exec a arping -c1 -w1 -I eth0 10.0.0.2

ip netns exec b sysctl -qw net.ipv4.conf.all.arp_ignore=0
ip netns exec b sysctl -qw net.ipv4.conf.eth0.arp_ignore=8

# probe: 8 on eth0: a ping finds nobody
ip netns exec a ping -n -c1 -W4 10.0.0.2

# cleanup
ip netns del a
ip netns del b

# title: Is an address taken?
# teaches: A request with sender 0.0.0.0 asks whether somebody has an address; it is answered, and
#   nobody learns anything from it.

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

# probe: it is taken
ip netns exec a arping -D -c1 -w1 -I eth0 10.0.0.2

# probe: b has learnt nothing
ip -n b neigh show

# probe: it is free
ip netns exec a arping -D -c2 -w2 -I eth0 10.0.0.3

ip netns exec b sysctl -qw net.ipv4.conf.eth0.arp_ignore=1
ip -n b addr add 10.99.0.1/32 dev lo

# probe: arp_ignore counts here, too
ip netns exec a arping -D -c1 -w1 -I eth0 10.99.0.1

# cleanup
ip netns del a
ip netns del b

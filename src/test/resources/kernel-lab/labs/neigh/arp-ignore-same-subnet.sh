# title: arp_ignore 2 looks at all addresses of the interface
# teaches: The answer needs the address asked for and one subnet of the interface with both ends in it;
#   that subnet need not be the one the address was given with (confirm_addr_indev).

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/32 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec b sysctl -qw net.ipv4.conf.eth0.arp_ignore=2

# probe: 10.0.0.2/32 is a subnet of its own
ip netns exec a arping -c1 -w1 -I eth0 10.0.0.2

# another address whose subnet has both
ip -n b addr add 10.0.0.9/24 dev eth0

# probe: now 10.0.0.2 is answered for, too
ip netns exec a arping -c1 -w1 -I eth0 10.0.0.2

# probe: not to one who is elsewhere
ip netns exec a arping -c1 -w1 -I eth0 -s 10.0.1.1 10.0.0.2

# probe: nor to one without an address
ip netns exec a arping -D -c1 -w1 -I eth0 10.0.0.2

# both on another interface
ip -n b addr del 10.0.0.9/24 dev eth0
ip -n b addr add 10.0.0.9/24 dev lo

# probe: that does not count
ip netns exec a arping -c1 -w1 -I eth0 10.0.0.2

# a peer
ip -n b addr del 10.0.0.2/32 dev eth0
ip -n b addr add 10.0.0.2 peer 10.0.0.1/32 dev eth0

# probe: the subnet of an address with a peer is that of the peer
ip netns exec a arping -c1 -w1 -I eth0 10.0.0.2

# the subnet of the peer holds its own end as well
ip -n b addr del 10.0.0.2 peer 10.0.0.1/32 dev eth0
ip -n b addr add 10.0.0.2 peer 10.0.0.1/30 dev eth0

# probe: answered
ip netns exec a arping -c1 -w1 -I eth0 10.0.0.2

# cleanup
ip netns del a
ip netns del b

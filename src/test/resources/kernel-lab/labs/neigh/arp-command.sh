# title: arp -s, -d and what they are refused
# teaches: An entry is for the device of the route to the address, which must lie on the link.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 172.20.5.1/24 dev eth0
ip -n b addr add 172.20.5.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a route add 198.18.0.0/15 via 172.20.5.2

# probe: one on the link
ip netns exec a arp -s 172.20.5.2 02:00:00:00:00:0b

# probe: it is permanent
ip netns exec a arp -n

# probe: it needs no question
ip netns exec a ping -c1 -W1 172.20.5.2

# probe: one behind a router
ip netns exec a arp -s 198.18.0.1 02:00:00:00:00:77

# probe: no address
ip netns exec a arp -s 172.20.5.3 xx

# probe: none there
ip netns exec a arp -d 172.20.5.9

# probe: behind a router none can be
ip netns exec a arp -d 198.18.0.1

# probe: one for a while
ip netns exec a arp -s 172.20.5.4 02:00:00:00:00:04 temp

# probe: so
ip netns exec a arp -an 172.20.5.4

# probe: away with it
ip netns exec a arp -d 172.20.5.2

# probe: ifconfig changes a hardware address
ip netns exec a ifconfig eth0 hw ether 02:00:00:00:00:1a

# probe: and shows the devices in short
ip netns exec a ifconfig -s

# cleanup
ip netns del a
ip netns del b

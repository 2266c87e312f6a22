# title: Proxy ARP for single addresses
# teaches: A router answers for the addresses in its proxy entries, and for a whole side with
#   proxy_arp; proxy_arp_pvlan also for neighbours on the same wire, and then it also forwards back.

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
ip netns exec r sysctl -qw net.ipv4.neigh.eth0.proxy_delay=0
ip -n a route add 10.0.2.0/24 dev eth0

# probe: nobody answers for another side
ip netns exec a arping -c1 -w1 -I eth0 10.0.2.2

ip -n r neigh add proxy 10.0.2.2 dev eth0

# probe: the router does for this one
ip netns exec a arping -c1 -w1 -I eth0 10.0.2.2

# probe: so it is reached without a gateway
ip netns exec a ping -n -c1 -W1 10.0.2.2

# probe: the entries
ip -n r neigh show proxy

# probe: not for the next one
ip netns exec a arping -c1 -w1 -I eth0 10.0.2.3

ip -n r neigh del proxy 10.0.2.2 dev eth0
ip netns exec r sysctl -qw net.ipv4.conf.eth0.proxy_arp=1

# probe: with proxy_arp for all that lie behind it
ip netns exec a arping -c1 -w1 -I eth0 10.0.2.3

# probe: not for what lies on the same side
ip netns exec a arping -c1 -w1 -I eth0 10.0.1.77

ip netns exec r sysctl -qw net.ipv4.conf.eth0.proxy_arp=0
ip netns exec r sysctl -qw net.ipv4.conf.eth0.proxy_arp_pvlan=1

# probe: with proxy_arp_pvlan just for that
ip netns exec a arping -c1 -w1 -I eth0 10.0.1.77

ip netns exec r sysctl -qw net.ipv4.ip_forward=0
ip netns exec r sysctl -qw net.ipv4.conf.eth0.proxy_arp=1

# probe: a host that does not forward is nobody's proxy
ip netns exec a arping -c1 -w1 -I eth0 10.0.2.3

# cleanup
ip netns del a
ip netns del r
ip netns del b

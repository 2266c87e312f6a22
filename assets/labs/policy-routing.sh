# title: Can the source decide the way?
# teaches: Rules are asked in the order of their priority before any table. A rule may look at the source
#   address or at a mark. An answer that leaves by another device than the question came in meets the
#   reverse path filter of the receiver.
# trace: host ping -c1 -I 10.0.2.10 198.51.100.7

ip netns add host
ip netns add isp-1
ip netns add isp-2
ip netns exec host sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec isp-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec isp-2 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n host link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns isp-1 address 02:00:00:00:00:01
ip -n host link add eth1 address 02:00:00:00:00:1a type veth peer name eth0 netns isp-2 address 02:00:00:00:00:02
ip -n host addr add 10.0.1.10/24 broadcast + dev eth0
ip -n host addr add 10.0.2.10/24 broadcast + dev eth1
ip -n isp-1 addr add 10.0.1.1/24 broadcast + dev eth0
ip -n isp-2 addr add 10.0.2.1/24 broadcast + dev eth0
ip -n isp-1 addr add 198.51.100.7/32 dev lo
ip -n isp-2 addr add 198.51.100.7/32 dev lo
ip -n host link set lo up
ip -n isp-1 link set lo up
ip -n isp-2 link set lo up
ip -n host link set eth0 up
ip -n host link set eth1 up
ip -n isp-1 link set eth0 up
ip -n isp-2 link set eth0 up
ip -n host route add default via 10.0.1.1
ip -n host route add default via 10.0.2.1 table 200
ip -n host rule add pref 1000 from 10.0.2.10 lookup 200
ip -n host rule add pref 1001 fwmark 7 lookup 200

# probe: the rules in their order
ip -n host rule show

# probe: no rule fits: main
ip -n host route get 198.51.100.7

# probe: the source address leads to table 200
ip -n host route get 198.51.100.7 from 10.0.2.10

# probe: so does the mark
ip -n host route get 198.51.100.7 mark 7

# probe: and the packet goes that way
ip netns exec host ping -c1 -W1 -I 10.0.2.10 198.51.100.7

# without the rules the answer to the second provider leaves by the first
ip -n host rule del pref 1000
ip -n host rule del pref 1001
ip netns exec host sysctl -qw net.ipv4.conf.all.rp_filter=1
ip netns exec host sysctl -qw net.ipv4.conf.eth1.rp_filter=1

# probe: a packet from there comes in by eth1 and is dropped by the reverse path filter
ip netns exec isp-2 ping -c1 -W1 -I 198.51.100.7 10.0.2.10

# cleanup
ip netns del host
ip netns del isp-1
ip netns del isp-2

# title: An IPv6 network behind another
# teaches: NETMAP exchanges the network and keeps the host's part, SNAT sets an address; both ways.

ip netns add c
ip netns add r
ip netns add s
ip netns exec c sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec r sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec s sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n c link add eth0 address 02:00:00:00:00:0c type veth peer name eth0 netns r address 02:00:00:00:01:01
ip -n s link add eth0 address 02:00:00:00:00:05 type veth peer name eth1 netns r address 02:00:00:00:01:02
ip -n c addr add 2001:db8:1::2/64 dev eth0
ip -n r addr add 2001:db8:1::1/64 dev eth0
ip -n r addr add 2001:db8:2::1/64 dev eth1
ip -n s addr add 2001:db8:2::2/64 dev eth0
ip -n c link set lo up
ip -n r link set lo up
ip -n s link set lo up
ip netns exec r sysctl -qw net.ipv6.conf.all.forwarding=1
ip netns exec r sysctl -qw net.ipv6.icmp.ratelimit=0
ip -n c link set eth0 up
ip -n r link set eth0 up
ip -n r link set eth1 up
ip -n s link set eth0 up
ip -n c route add default via 2001:db8:1::1
ip -n s route add 2001:db8:f::/64 via 2001:db8:2::1

# until the addresses are found to be unique
sleep 3
ip -n c neigh replace 2001:db8:1::1 lladdr 02:00:00:00:01:01 nud permanent dev eth0
ip -n r neigh replace 2001:db8:1::2 lladdr 02:00:00:00:00:0c nud permanent dev eth0
ip -n r neigh replace 2001:db8:2::2 lladdr 02:00:00:00:00:05 nud permanent dev eth1
ip -n s neigh replace 2001:db8:2::1 lladdr 02:00:00:00:01:02 nud permanent dev eth0
ip netns exec r ip6tables -t nat -A POSTROUTING -s 2001:db8:1::/64 -o eth1 -j NETMAP --to 2001:db8:f::/64
ip netns exec r ip6tables -t nat -A PREROUTING -d 2001:db8:f::/64 -i eth1 -j NETMAP --to 2001:db8:1::/64

# probe: from inside
ip netns exec c ping -6 -n -c1 -W1 2001:db8:2::2

# probe: from outside
ip netns exec s ping -6 -n -c1 -W1 2001:db8:f::2

# one address for all
ip netns exec r ip6tables -t nat -F POSTROUTING
ip netns exec r ip6tables -t nat -A POSTROUTING -o eth1 -j SNAT --to-source 2001:db8:f::99
ip netns exec r conntrack -F -f ipv6

# probe: from inside, by another address
ip netns exec c ping -6 -n -c1 -W1 2001:db8:2::2

# probe: the connection
ip netns exec r conntrack -L -f ipv6

# probe: an error about a translated packet
ip netns exec c ping -6 -n -c1 -W1 -t 1 2001:db8:2::2

# an address nobody answers for
ip -n s route del 2001:db8:f::/64 via 2001:db8:2::1

# probe: the answer has no way back
ip netns exec c ping -6 -n -c1 -W1 2001:db8:2::2

# cleanup
ip netns del c
ip netns del r
ip netns del s

# title: IPv6 with address translation
# teaches: MASQUERADE hides the inside behind the router's own address, DNAT leads a connection to another host, also with
#   IPv6; where it is not needed it is better left out.

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
ip -n r addr add 2001:db8:2::100/64 dev eth1 nodad

# until the addresses are found to be unique
sleep 3
ip -n c neigh replace 2001:db8:1::1 lladdr 02:00:00:00:01:01 nud permanent dev eth0
ip -n r neigh replace 2001:db8:1::2 lladdr 02:00:00:00:00:0c nud permanent dev eth0
ip -n r neigh replace 2001:db8:2::2 lladdr 02:00:00:00:00:05 nud permanent dev eth1
ip -n s neigh replace 2001:db8:2::1 lladdr 02:00:00:00:01:02 nud permanent dev eth0
ip netns exec r ip6tables -t nat -A POSTROUTING -s 2001:db8:1::/64 -o eth1 -j MASQUERADE
ip netns exec r ip6tables -t nat -A PREROUTING -d 2001:db8:2::100 -i eth1 -j DNAT --to-destination 2001:db8:1::2

# probe: from inside: the server sees the router's address
ip netns exec c ping -6 -n -c1 -W1 2001:db8:2::2

# probe: once more, with the same translation
ip netns exec c ping -6 -n -c1 -W1 2001:db8:2::2

# probe: from outside, led inside
ip netns exec s ping -6 -n -c1 -W1 2001:db8:2::100

# probe: the connection from inside
ip netns exec r conntrack -L -f ipv6 -s 2001:db8:1::2

# probe: the rules and how often they decided
ip netns exec r ip6tables -t nat -nvL

# cleanup
ip netns del c
ip netns del r
ip netns del s

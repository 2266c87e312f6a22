# title: The host's own IPv6 packets, led elsewhere
# teaches: DNAT in OUTPUT routes the packet once more and keeps its source; REDIRECT in OUTPUT leads to ::1; a mark set in
#   mangle OUTPUT chooses another table.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 2001:db8:1::a/64 dev eth0
ip -n b addr add 2001:db8:1::b/64 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up

# until the addresses are found to be unique
sleep 3
ip -n a neigh replace 2001:db8:1::b lladdr 02:00:00:00:00:0b nud permanent dev eth0
ip -n b neigh replace 2001:db8:1::a lladdr 02:00:00:00:00:0a nud permanent dev eth0
ip netns exec a ip6tables -t nat -A OUTPUT -d 2001:db8:9::9 -j DNAT --to-destination 2001:db8:1::b
ip -n a route add 2001:db8:9::/64 dev eth0

# probe: to an address of nobody
ip netns exec a ping -6 -n -c1 -W1 2001:db8:9::9

# redirected
ip netns exec a ip6tables -t nat -A OUTPUT -d 2001:db8:9::8 -j REDIRECT

# probe: to this host itself
ip netns exec a ping -6 -n -c1 -W1 2001:db8:9::8

# a mark chooses the table
ip -n a -6 route add unreachable default table 100
ip -n a -6 rule add fwmark 0x1 lookup 100
ip netns exec a ip6tables -t mangle -A OUTPUT -d 2001:db8:1::b -p icmpv6 --icmpv6-type echo-request -j MARK --set-mark 1

# probe: by the other table
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::b

# the table leads to the neighbour
ip -n a -6 route replace default dev eth0 table 100

# probe: by the other table, which knows the way
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::b

# probe: the counters
ip netns exec a ip6tables -t mangle -nvL OUTPUT

# cleanup
ip netns del a
ip netns del b

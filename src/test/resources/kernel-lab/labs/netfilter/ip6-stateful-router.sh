# title: An IPv6 router that lets answers through
# teaches: FORWARD accepts what the inside begins, the answers, and errors about it; from outside nothing new comes in.

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
ip -n s route add default via 2001:db8:2::1

# until the addresses are found to be unique
sleep 3
ip -n c neigh replace 2001:db8:1::1 lladdr 02:00:00:00:01:01 nud permanent dev eth0
ip -n r neigh replace 2001:db8:1::2 lladdr 02:00:00:00:00:0c nud permanent dev eth0
ip -n r neigh replace 2001:db8:2::2 lladdr 02:00:00:00:00:05 nud permanent dev eth1
ip -n s neigh replace 2001:db8:2::1 lladdr 02:00:00:00:01:02 nud permanent dev eth0
ip netns exec r ip6tables -P FORWARD DROP
ip netns exec r ip6tables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
ip netns exec r ip6tables -A FORWARD -i eth0 -o eth1 -m conntrack --ctstate NEW -j ACCEPT

# probe: from inside
ip netns exec c ping -6 -n -c1 -W1 2001:db8:2::2

# probe: from outside
ip netns exec s ping -6 -n -c1 -W1 2001:db8:1::2

# probe: to the router itself
ip netns exec s ping -6 -n -c1 -W1 2001:db8:2::1

# a smaller link behind the router
ip -n r link set eth1 mtu 1400
ip -n s link set eth0 mtu 1400

# probe: too big for the second link
ip netns exec c ping -6 -n -c1 -W1 -M do -s 1400 2001:db8:2::2

# probe: the counters
ip netns exec r ip6tables -nvL FORWARD

# probe: the connection from inside
ip netns exec r conntrack -L -f ipv6 -s 2001:db8:1::2

# cleanup
ip netns del c
ip netns del r
ip netns del s

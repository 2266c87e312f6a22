# title: Ports of IPv6 led elsewhere and refused
# teaches: DNAT writes an address in brackets with its port; REJECT answers TCP with a reset or an error; REDIRECT leads a port to
#   another one of the router.

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

# until the addresses are found to be unique
sleep 3
ip -n c neigh replace 2001:db8:1::1 lladdr 02:00:00:00:01:01 nud permanent dev eth0
ip -n r neigh replace 2001:db8:1::2 lladdr 02:00:00:00:00:0c nud permanent dev eth0
ip -n r neigh replace 2001:db8:2::2 lladdr 02:00:00:00:00:05 nud permanent dev eth1
ip -n s neigh replace 2001:db8:2::1 lladdr 02:00:00:00:01:02 nud permanent dev eth0
ip netns exec r ip6tables -t nat -A POSTROUTING -o eth1 -j MASQUERADE
ip netns exec r ip6tables -t nat -A PREROUTING -d 2001:db8:1::1 -p tcp --dport 8080 -j DNAT --to-destination [2001:db8:2::2]:80
ip netns exec r ip6tables -t nat -A PREROUTING -i eth0 -p tcp --dport 2222 -j REDIRECT --to-ports 22
ip netns exec r ip6tables -A FORWARD -p tcp --dport 81 -j REJECT --reject-with tcp-reset
ip netns exec r ip6tables -A FORWARD -p tcp --dport 82 -j DROP
ip netns exec r ip6tables -A FORWARD -p udp --dport 53 -j REJECT
ip netns exec s nc -6 -n -d -l -k :: 80 &
ip netns exec r nc -6 -n -d -l -k :: 22 &
sleep 0.2

# probe: a port led to the server
ip netns exec c nc -6 -v -n -z -w2 2001:db8:1::1 8080

# probe: a port led to another one of the router
ip netns exec c nc -6 -v -n -z -w2 2001:db8:1::1 2222

# probe: refused by a reset
ip netns exec c nc -6 -v -n -z -w2 2001:db8:2::2 81

# probe: a datagram refused
echo x | ip netns exec c nc -6 -n -u -w1 2001:db8:2::2 53

# probe: let through
ip netns exec c nc -6 -v -n -z -w2 2001:db8:2::2 80

# probe: the connection
ip netns exec r conntrack -L -f ipv6 -p tcp --dport 8080

# probe: how often each rule decided
ip netns exec r ip6tables -nvL FORWARD

# cleanup
ip netns pids c | xargs -r kill
ip netns del c
ip netns pids r | xargs -r kill
ip netns del r
ip netns pids s | xargs -r kill
ip netns del s

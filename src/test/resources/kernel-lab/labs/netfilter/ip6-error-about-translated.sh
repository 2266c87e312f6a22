# title: An error about a packet whose destination was translated
# teaches: The router that translates a packet and then knows no way for it answers with an error, and the translation is taken
#   back in the error's quotation, so that the sender recognises what it sent. For IPv6 as for IPv4.

ip netns add c
ip netns add r
ip netns exec c sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec r sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n c link add eth0 address 02:00:00:00:00:0c type veth peer name eth0 netns r address 02:00:00:00:01:01
ip -n c addr add 2001:db8:1::2/64 dev eth0 nodad
ip -n r addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n r addr add 2001:db8:1::100/64 dev eth0 nodad
ip -n c addr add 10.0.1.2/24 dev eth0
ip -n r addr add 10.0.1.1/24 dev eth0
ip -n r addr add 10.0.1.100/24 dev eth0
ip -n c link set eth0 up
ip -n r link set lo up
ip -n r link set eth0 up
ip netns exec r sysctl -qw net.ipv6.conf.all.forwarding=1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip -n r route add unreachable 2001:db8:2::/64
ip -n r route add unreachable 10.0.2.0/24
ip netns exec r ip6tables -t nat -A PREROUTING -d 2001:db8:1::100 -j DNAT --to-destination 2001:db8:2::2
ip netns exec r iptables -t nat -A PREROUTING -d 10.0.1.100 -j DNAT --to-destination 10.0.2.2

# until the addresses are found to be unique
sleep 3
ip -n c neigh replace 2001:db8:1::100 lladdr 02:00:00:00:01:01 nud permanent dev eth0
ip -n r neigh replace 2001:db8:1::2 lladdr 02:00:00:00:00:0c nud permanent dev eth0
ip -n c neigh replace 10.0.1.100 lladdr 02:00:00:00:01:01 nud permanent dev eth0
ip -n r neigh replace 10.0.1.2 lladdr 02:00:00:00:00:0c nud permanent dev eth0

# probe: IPv6: the error quotes the address that was asked
ip netns exec c ping -6 -n -c1 -W1 2001:db8:1::100

# probe: IPv4
ip netns exec c ping -n -c1 -W1 10.0.1.100

# cleanup
ip netns del c
ip netns del r

# title: IPv6 fragments and connection tracking
# teaches: Connection tracking joins the fragments of a packet before the rules see it, so that rules
#   about ports work; on the way out the packet is cut again as it came.

ip netns add a
ip netns add r
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec r sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns r address 02:00:00:00:01:0a
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name eth1 netns r address 02:00:00:00:01:0b
ip -n a addr add 2001:db8:1::2/64 dev eth0 nodad
ip -n r addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n r addr add 2001:db8:2::1/64 dev eth1 nodad
ip -n b addr add 2001:db8:2::2/64 dev eth0 nodad
ip netns exec a sysctl -qw net.ipv6.neigh.eth0.delay_first_probe_time=60
ip netns exec r sysctl -qw net.ipv6.neigh.eth0.delay_first_probe_time=60
ip netns exec r sysctl -qw net.ipv6.neigh.eth1.delay_first_probe_time=60
ip netns exec b sysctl -qw net.ipv6.neigh.eth0.delay_first_probe_time=60
ip netns exec r sysctl -qw net.ipv6.conf.all.forwarding=1
ip -n a link set lo up
ip -n r link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n r link set eth1 up
ip -n b link set eth0 up
ip -n a route add default via 2001:db8:1::1
ip -n b route add default via 2001:db8:2::1
ip netns exec r ip6tables -A FORWARD -m conntrack --ctstate INVALID -j DROP
ip netns exec r ip6tables -A FORWARD -p udp --dport 5001 -j DROP
ip netns exec b nc -6 -n -u -d -l -k 5000 &

# until the link-local addresses are found to be unique
sleep 3
ip netns exec a ping -6 -n -c1 -W1 2001:db8:2::2

# probe: a ping in two fragments
ip netns exec a ping -6 -n -c1 -W1 -s1600 2001:db8:2::2

# probe: a datagram in two fragments that is let through
printf %01600d 7 | ip netns exec a nc -6 -n -u -q0 -w1 2001:db8:2::2 5000

# probe: one that is not
printf %01600d 7 | ip netns exec a nc -6 -n -u -q0 -w1 2001:db8:2::2 5001

# probe: what was counted
ip netns exec r ip6tables -nvL FORWARD

# cleanup
ip netns pids b | xargs -r kill
ip netns del a
ip netns del r
ip netns del b

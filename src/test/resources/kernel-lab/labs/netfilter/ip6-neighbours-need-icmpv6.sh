# title: Who drops ICMPv6 loses the neighbours
# teaches: Solicitations and advertisements are ICMPv6 and pass the chains; tracking leaves them UNTRACKED, so a firewall
#   that only lets known connections in needs rules of its own for them.

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
ip netns exec b ip6tables -A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
ip netns exec b ip6tables -A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type echo-request -j ACCEPT
ip netns exec b ip6tables -A INPUT -m conntrack --ctstate UNTRACKED
ip netns exec b ip6tables -A INPUT -j DROP

# probe: the solicitation is dropped
ip netns exec a ping -6 -n -c1 -W4 2001:db8:1::b

# probe: what was dropped
ip netns exec b ip6tables -nvL INPUT

# the solicitation is let in
ip netns exec b ip6tables -I INPUT 1 -p ipv6-icmp -m icmp6 --icmpv6-type neighbour-solicitation -j ACCEPT
ip -n a -6 neigh flush dev eth0

# probe: the solicitation is let in, and with it the ping
ip netns exec a ping -6 -n -c1 -W4 2001:db8:1::b

# probe: nothing of it is tracked but the ping
ip netns exec b conntrack -L -f ipv6

# cleanup
ip netns del a
ip netns del b

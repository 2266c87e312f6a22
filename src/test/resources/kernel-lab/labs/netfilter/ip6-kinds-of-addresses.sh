# title: Kinds of addresses in ip6tables
# teaches: LOCAL,MULTICAST is either of both for iptables. ip6tables wants each kind that is written in an address,
#   and one of those that its route tells: an address that is local and no multicast is not LOCAL,MULTICAST.
#   The first address of a subnet on the link is ANYCAST, and kinds of routes that only IPv4 has are refused.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0
ip netns add b
ip netns exec b sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link add eth0 type veth peer name eth0 netns b
ip -n a link set eth0 address 02:00:00:00:00:0a
ip -n b link set eth0 address 02:00:00:00:00:0b
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a addr add 2001:db8:1::1/64 dev eth0
ip -n b addr add 2001:db8:1::2/64 dev eth0
ip -n a -6 route add 2001:db8:6::/64 dev eth0
ip -n a -6 neigh add 2001:db8:6:: lladdr 02:00:00:00:00:0b dev eth0
sleep 3
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::2
ip netns exec a ip6tables -A OUTPUT -m addrtype --dst-type LOCAL
ip netns exec a ip6tables -A OUTPUT -m addrtype --dst-type MULTICAST
ip netns exec a ip6tables -A OUTPUT -m addrtype --dst-type UNICAST
ip netns exec a ip6tables -A OUTPUT -m addrtype --dst-type ANYCAST
ip netns exec a ip6tables -A OUTPUT -m addrtype --dst-type LOCAL,MULTICAST
ip netns exec a ip6tables -A OUTPUT -m addrtype --dst-type LOCAL,UNICAST
ip netns exec a ip6tables -A OUTPUT -m addrtype --dst-type LOCAL,ANYCAST
ip netns exec a ip6tables -A OUTPUT -m addrtype ! --dst-type LOCAL,MULTICAST
ip netns exec a ip6tables -A INPUT -m addrtype --dst-type LOCAL --limit-iface-in

# probe: to itself
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::1

# probe: to its neighbour
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::2

# probe: to everybody
ip netns exec a ping -6 -n -c1 -W1 ff02::1%eth0

# probe: to the first address of a subnet on the link
ip netns exec a ping -6 -n -c1 -W1 2001:db8:6::

# probe: what matched
ip netns exec a ip6tables -L -v -n -x

# probe: no broadcasts in IPv6
ip netns exec a ip6tables -A OUTPUT -m addrtype --dst-type BROADCAST

# cleanup
ip netns del a
ip netns del b

# title: Rules that do not count yet
# teaches: As long as no rule was added, lookups of IPv6 go by the tables local and main, even if the
#   rules for them were deleted. A rule makes the table it names.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0
ip -n a link set lo up
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip -n a -6 addr add 2001:db8::1/64 dev eth0

# until the groups are told
sleep 3
ip -n a -6 rule del lookup local
ip -n a -6 rule del lookup main

# probe: no rules
ip -n a -6 rule

# probe: its own address all the same
ip -n a -6 route get 2001:db8::1

# probe: and the subnet
ip -n a -6 route get 2001:db8::2

# probe: no such table
ip -n a -6 route show table 77

# probe: now there is a rule
ip -n a -6 rule add pref 100 lookup 77

# probe: and its table, empty
ip -n a -6 route show table 77

# probe: now the rules count
ip -n a -6 route get 2001:db8::2

# probe: in its table
ip -n a -6 route add 2001:db8:1::/48 dev eth0 table 77

# probe: found by the rule
ip -n a -6 route get 2001:db8:1::2

# cleanup
ip netns del a
ip netns del b

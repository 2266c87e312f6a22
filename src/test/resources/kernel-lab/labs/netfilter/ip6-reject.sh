# title: Drop or reject in IPv6
# teaches: What the sender of a ping learns from DROP and from each answer of REJECT, in INPUT of the other host and in
#   OUTPUT of its own.

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

# the other host drops it
ip netns exec b ip6tables -A INPUT -p icmpv6 --icmpv6-type echo-request -j DROP

# probe: dropped by the other host
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::b

# the other host refuses it
ip netns exec b sysctl -qw net.ipv6.icmp.ratelimit=0
ip netns exec b ip6tables -R INPUT 1 -p icmpv6 --icmpv6-type echo-request -j REJECT

# probe: refused by the other host
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::b

# by policy
ip netns exec b ip6tables -R INPUT 1 -p icmpv6 --icmpv6-type echo-request -j REJECT --reject-with icmp6-adm-prohibited

# probe: refused by policy
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::b

# no route
ip netns exec b ip6tables -R INPUT 1 -p icmpv6 --icmpv6-type echo-request -j REJECT --reject-with icmp6-no-route

# probe: no route
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::b

# address unreachable
ip netns exec b ip6tables -R INPUT 1 -p icmpv6 --icmpv6-type echo-request -j REJECT --reject-with icmp6-addr-unreachable

# probe: address unreachable
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::b

# probe: the rule as listed
ip netns exec b ip6tables -nvL INPUT
ip netns exec b ip6tables -F INPUT

# its own host drops it
ip netns exec a ip6tables -A OUTPUT -d 2001:db8:1::b -p icmpv6 --icmpv6-type 128 -j DROP

# probe: dropped by its own host
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::b

# its own host refuses it
ip netns exec a ip6tables -R OUTPUT 1 -d 2001:db8:1::b -p icmpv6 --icmpv6-type 128 -j REJECT

# probe: refused by its own host
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::b

# cleanup
ip netns del a
ip netns del b

# title: A rule about sources says nothing about a packet whose source is not chosen yet
# teaches: IPv6 looks for a route before it chooses a source. A rule that names a source does not match
#   then, not even one that names ::. With the source chosen, it does.

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
ip -n a -6 rule add pref 100 from :: prohibit
ip -n a -6 rule add pref 110 from 2001:db8:1::/64 to 2001:db8:1::3 blackhole
sleep 3

# probe: the rule about :: does not match a packet without a source
ip -n a -6 route get 2001:db8:1::2

# probe: nor with its device named
ip -n a -6 route get 2001:db8:9::2 oif eth0

# probe: nor does it match a ping
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::2

# probe: the other rule matches once the source is chosen
ip -n a -6 route get 2001:db8:1::3

# probe: asked with the source it refuses
ip -n a -6 route get 2001:db8:1::3 from 2001:db8:1::1

# probe: a rule for every source but some matches, for its comparison fails
ip -n a -6 rule add pref 90 not from 2001:db8:1::/64 unreachable

# probe: no packet finds a route any more
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::2

# cleanup
ip netns del a
ip netns del b

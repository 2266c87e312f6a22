# title: Rules of IPv6
# teaches: Rules are asked by priority; from, to, iif, oif and fwmark choose a table; prohibit,
#   unreachable and blackhole refuse.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n b addr add 2001:db8:1::2/64 dev eth0 nodad
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a addr add 2001:db8:1::5/64 dev eth0 nodad
ip -n a -6 route add default via 2001:db8:1::2 table 100
ip -n a -6 rule add from 2001:db8:1::5 lookup 100 pref 1010
ip -n a -6 rule add to 2001:db8:a::/48 prohibit pref 1000
ip -n a -6 rule add to 2001:db8:b::/48 unreachable pref 1001
ip -n a -6 rule add to 2001:db8:c::/48 blackhole pref 1002
ip -n a -6 rule add fwmark 7 lookup 100 pref 1004
ip -n a -6 rule add to 2001:db8:d::/48 iif lo lookup 100 pref 1005

# until the link-local addresses are found to be unique
sleep 3

# probe: the rules
ip -n a -6 rule show

# probe: from an address
ip -n a route get 2001:db8:7::1 from 2001:db8:1::5

# probe: not from another
ip -n a route get 2001:db8:7::1

# probe: prohibit
ip -n a route get 2001:db8:a::1

# probe: unreachable
ip -n a route get 2001:db8:b::1

# probe: blackhole
ip -n a route get 2001:db8:c::1

# probe: by mark
ip -n a route get 2001:db8:7::1 mark 7

# probe: own packets come in by lo
ip -n a route get 2001:db8:d::1

# probe: a program is refused
ip netns exec a nc -z -v -w2 2001:db8:a::1 80

# probe: another way
ip netns exec a nc -z -v -w2 2001:db8:b::1 80

# probe: and another
ip netns exec a nc -z -v -w2 2001:db8:c::1 80

# probe: an echo from the address
ip netns exec a ping -6 -n -c1 -W1 -I 2001:db8:1::5 2001:db8:1::2

ip -n a -6 rule del pref 1010

# probe: without the rule
ip -n a route get 2001:db8:7::1 from 2001:db8:1::5

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

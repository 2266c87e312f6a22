# title: Which source address
# teaches: RFC 6724 as the kernel has it: the destination itself, scope, not deprecated, the
#   outgoing device, the label, the longest prefix; a route's src wins over all.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec a sysctl -qw net.ipv6.conf.default.accept_dad=0
ip netns add b
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link add eth1 address 02:00:00:00:01:0a type veth peer name eth1 netns b address 02:00:00:00:01:0b
ip -n a link set lo up
ip -n b link set eth0 up
ip -n b link set eth1 up
ip -n a link set eth0 up
ip -n a link set eth1 up
ip -n a addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n a addr add fd00:1::1/64 dev eth0 nodad
ip -n a addr add 2002:1::1/64 dev eth0 nodad
ip -n a addr add 2001:db8:7::1/64 dev eth1 nodad
ip -n a route add default via fe80::1 dev eth0
ip -n a route add 2001:db8:9::/48 via fe80::1 dev eth0 src fd00:1::1
sleep 2

# probe: the labels
ip -n a addrlabel list

# probe: same label: unique local
ip -n a route get fd00:2::1

# probe: same label: 6to4
ip -n a route get 2002:2::1

# probe: global
ip -n a route get 2001:db8:2::1

# probe: the outgoing device beats the longer prefix
ip -n a route get 2001:db8:7:1::1

# probe: the route names it
ip -n a route get 2001:db8:9::1

# probe: an own address
ip -n a route get fd00:1::1

# probe: link-local
ip -n a route get fe80::9 oif eth1

# probe: a group of the link
ip -n a route get ff02::9 oif eth0

# probe: a group of the site
ip -n a route get ff05::9 oif eth0

# deprecated: no longer preferred
ip -n a addr change 2001:db8:1::1/64 dev eth0 preferred_lft 0

# probe: with its only fitting address deprecated
ip -n a route get 2001:db8:2::1

# a newer one of the same prefix
ip -n a addr add 2001:db8:1::5/64 dev eth0 nodad

# probe: the newer one
ip -n a route get 2001:db8:2::1

# another label for a destination
ip -n a addrlabel add prefix 2001:db8:2::/48 label 5

# probe: the labels now
ip -n a addrlabel list

# probe: now the unique local one fits
ip -n a route get 2001:db8:2::1

# cleanup
ip netns del a
ip netns del b

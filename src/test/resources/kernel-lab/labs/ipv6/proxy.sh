# title: Solicitations answered for others
# teaches: With proxy_ndp a host answers for the addresses of its proxy entries, and forwards what
#   comes for them.

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
ip -n a link set lo up
ip -n r link set lo up
ip -n b link set lo up
ip netns exec r sysctl -qw net.ipv6.conf.all.forwarding=1
ip netns exec r sysctl -qw net.ipv6.icmp.ratelimit=0
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n r link set eth1 up
ip -n b link set eth0 up
ip -n a route add default via 2001:db8:1::1
ip -n b route add default via 2001:db8:2::1
ip -n a route del default via 2001:db8:1::1
ip netns exec r sysctl -qw net.ipv6.conf.eth0.proxy_ndp=1
ip -n r -6 neigh add proxy 2001:db8:1::9 dev eth0
ip -n r route add 2001:db8:1::9/128 via 2001:db8:2::2
ip -n b addr add 2001:db8:1::9/128 dev lo nodad

# until the link-local addresses are found to be unique
sleep 3

# probe: the proxy entries
ip -n r -6 neigh show proxy

# probe: the router answers for it
ip netns exec a ping -6 -n -c1 -W4 2001:db8:1::9

# probe: its hardware address
ip -n a -6 neigh show

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del r
ip netns del b

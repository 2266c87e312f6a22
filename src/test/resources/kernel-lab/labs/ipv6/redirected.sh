# title: A router points to a better way
# teaches: A packet that leaves by the interface it came in by is forwarded, and its sender is told
#   of the better next hop (ICMPv6 137), which the kernel then uses. Routers know each
#   other by link-local addresses, else there is no redirect.

ip netns add sw
ip netns add a
ip netns add r
ip netns add b
ip netns exec sw sysctl -qw net.ipv6.conf.default.disable_ipv6=1
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec r sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec sw sysctl -eqw net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n sw link add br0 address 02:00:00:00:02:00 type bridge mcast_snooping 0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name p0 netns sw address 02:00:00:00:02:0a
ip -n r link add eth0 address 02:00:00:00:00:0c type veth peer name p1 netns sw address 02:00:00:00:02:0c
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name p2 netns sw address 02:00:00:00:02:0b
ip -n sw link set p0 master br0
ip -n sw link set p1 master br0
ip -n sw link set p2 master br0
ip -n sw link set br0 up
ip -n sw link set p0 up
ip -n sw link set p1 up
ip -n sw link set p2 up
ip -n a addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n r addr add 2001:db8:1::c/64 dev eth0 nodad
ip -n b addr add 2001:db8:1::2/64 dev eth0 nodad
ip -n b addr add 2001:db8:5::2/128 dev lo
ip -n a link set lo up
ip -n r link set lo up
ip -n b link set lo up
ip netns exec r sysctl -qw net.ipv6.conf.all.forwarding=1
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n b link set eth0 up
ip -n a route add 2001:db8:5::/48 via fe80::ff:fe00:c dev eth0
ip -n r route add 2001:db8:5::/48 via fe80::ff:fe00:b dev eth0
ip -n a neigh add fe80::ff:fe00:c lladdr 02:00:00:00:00:0c dev eth0
ip -n r neigh add fe80::ff:fe00:b lladdr 02:00:00:00:00:0b dev eth0
ip -n r neigh add 2001:db8:1::1 lladdr 02:00:00:00:00:0a dev eth0
ip -n b neigh add 2001:db8:1::1 lladdr 02:00:00:00:00:0a dev eth0

# until the link-local addresses are found to be unique
sleep 3

# probe: over the router, with a redirect
ip netns exec a ping -6 -n -c1 -W1 2001:db8:5::2

# probe: what was learnt
ip -n a route get 2001:db8:5::2

# probe: directly
ip netns exec a ping -6 -n -c1 -W1 2001:db8:5::2

ip netns exec a sysctl -qw net.ipv6.conf.eth0.accept_redirects=0

# probe: another destination, and redirects are ignored
ip netns exec a ping -6 -n -c1 -W1 2001:db8:5::3

ip -n r route change 2001:db8:5::/48 via 2001:db8:1::2
ip netns exec a sysctl -qw net.ipv6.conf.eth0.accept_redirects=1

# probe: a gateway that is no link-local address
ip -n r route get 2001:db8:5::4

# cleanup
ip netns del sw
ip netns del a
ip netns del r
ip netns del b

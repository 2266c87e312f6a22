# title: Why does my packet have this source address?
# teaches: A program that names no address leaves the choice to the route: first the preferred source of the
#   route, then the first address of the device whose prefix covers the next hop, then any address of
#   sufficient scope.
# trace: host ip route get 198.51.100.7

ip netns add host
ip netns add r1
ip netns add r2
ip netns exec host sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r2 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n host link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns r1 address 02:00:00:00:00:01
ip -n host link add eth1 address 02:00:00:00:00:1a type veth peer name eth0 netns r2 address 02:00:00:00:00:02
ip -n host addr add 10.0.1.10/24 broadcast + dev eth0
ip -n host addr add 10.0.1.11/24 broadcast + dev eth0
ip -n host addr add 10.0.2.10/24 broadcast + dev eth1
ip -n r1 addr add 10.0.1.1/24 broadcast + dev eth0
ip -n r2 addr add 10.0.2.1/24 broadcast + dev eth0
ip -n host addr add 192.0.2.1/32 dev lo
ip -n host link set lo up
ip -n r1 link set lo up
ip -n r2 link set lo up
ip -n host link set eth0 up
ip -n host link set eth1 up
ip -n r1 link set eth0 up
ip -n r2 link set eth0 up
ip -n host route add default via 10.0.1.1

# probe: the primary address of eth0, not the second
ip -n host route get 198.51.100.7

# probe: another device, another address
ip -n host route get 10.0.2.1

# probe: to itself: the address that is asked for
ip -n host route get 10.0.2.10

# probe: any address of loopback: 127.0.0.1
ip -n host route get 127.9.9.9

# the route may name a source of its own
ip -n host route add 203.0.113.0/24 via 10.0.1.1 src 192.0.2.1

# probe: so it is the one on lo
ip -n host route get 203.0.113.5

# and one may choose oneself
ip -n host rule add pref 100 from 10.0.2.10 lookup 100
ip -n host route add default via 10.0.2.1 table 100

# probe: then the source decides about the way
ip -n host route get 198.51.100.7 from 10.0.2.10

# cleanup
ip netns del host
ip netns del r1
ip netns del r2

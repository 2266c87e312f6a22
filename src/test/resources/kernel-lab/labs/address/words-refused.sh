# title: What ip says to words it does not take
# teaches: The family is named once an option or an address has told it; a device has one name; a second
#   address is garbage.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link set lo up
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth1 address 02:00:00:00:00:0b
ip -n a addr add 172.20.5.1/24 dev eth0
ip -n a link set eth0 up
ip -n a link set eth1 up

# probe: route add default via 172.20.5.300
ip -n a route add default via 172.20.5.300

# probe: route add 10.0.0.0/8 via 172.20.5.x
ip -n a route add 10.0.0.0/8 via 172.20.5.x

# probe: route add 10.0.0.0/33 dev eth0
ip -n a route add 10.0.0.0/33 dev eth0

# probe: -4 route add 10.0.0.0/33 dev eth0
ip -4 -n a route add 10.0.0.0/33 dev eth0

# probe: route add 10.0.0.0/8 via fe80::1
ip -n a route add 10.0.0.0/8 via fe80::1

# probe: route add 10.0.0.0/8 172.20.5.2
ip -n a route add 10.0.0.0/8 172.20.5.2

# probe: route get 172.20.5.2/24
ip -n a route get 172.20.5.2/24

# probe: route get x
ip -n a route get x

# probe: route add 2001:db8::/32 via 172.20.5.2
ip -n a route add 2001:db8::/32 via 172.20.5.2

# probe: route show via x
ip -n a route show via x

# probe: neigh add 172.20.5.9 172.20.5.8 lladdr 02:00:00:00:00:01 dev eth0
ip -n a neigh add 172.20.5.9 172.20.5.8 lladdr 02:00:00:00:00:01 dev eth0

# probe: neigh add 172.20.5.9 lladdr 02:00:00:00:00:100 dev eth0
ip -n a neigh add 172.20.5.9 lladdr 02:00:00:00:00:100 dev eth0

# probe: neigh add 172.20.5.9 lladdr 02:00 dev eth0
ip -n a neigh add 172.20.5.9 lladdr 02:00 dev eth0

# probe: neigh add 172.20.5.9 lladdr 1.2.3 dev eth0
ip -n a neigh add 172.20.5.9 lladdr 1.2.3 dev eth0

# probe: neigh show dev eth0 dev eth0
ip -n a neigh show dev eth0 dev eth0

# probe: link set eth0 address 02:00:00
ip -n a link set eth0 address 02:00:00

# probe: link set eth0 address 1.2.3.4
ip -n a link set eth0 address 1.2.3.4

# probe: link set eth0 name a/b
ip -n a link set eth0 name a/b

# probe: link set name eth0 up
ip -n a link set name eth0 up

# probe: link add x0 type foo
ip -n a link add x0 type foo

# probe: link add x0 type foo bar
ip -n a link add x0 type foo bar

# probe: link add x0 type veth name x1
ip -n a link add x0 type veth name x1

# probe: link add x0 type veth peer name x1 x2
ip -n a link add x0 type veth peer name x1 x2

# probe: link add name x0 dev x1 type veth
ip -n a link add name x0 dev x1 type veth

# probe: link add x0 address 02:00 type veth
ip -n a link add x0 address 02:00 type veth

# probe: link show eth0 eth1
ip -n a link show eth0 eth1

# probe: addr add dev eth0
ip -n a addr add dev eth0

# probe: addr add 172.20.5.300/24 dev eth0
ip -n a addr add 172.20.5.300/24 dev eth0

# probe: -4 addr add dev eth0
ip -4 -n a addr add dev eth0

# probe: addr del dev eth0
ip -n a addr del dev eth0

# probe: addr show eth0 eth1
ip -n a addr show eth0 eth1

# probe: rule show foo
ip -n a rule show foo

# probe: nexthop del
ip -n a nexthop del

# probe: nexthop del foo
ip -n a nexthop del foo

# probe: nexthop add id 3 group 1,300
ip -n a nexthop add id 3 group 1,300

# probe: nexthop del id 5 dev eth0
ip -n a nexthop del id 5 dev eth0

# cleanup
ip netns del a

# title: What interfaces refuse
# teaches: Names that are taken or too long, addresses that cannot be, MTUs out of bounds, links of
#   links that are not there.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up

# probe: the name is taken
ip -n a link add eth0 type veth peer name eth9

# probe: the name is too long
ip -n a link add averyveryverylongname type bridge

# probe: renamed while up
ip -n a link set eth0 name eth0

# probe: renamed to a name that is taken
ip -n a link set eth0 name lo

# probe: a hardware address that is a group
ip -n a link set eth0 address 01:00:5e:00:00:01

# probe: too short a hardware address
ip -n a link set eth0 address 02:00:00

# probe: an MTU too large
ip -n a link set eth0 mtu 70000

# probe: an MTU too small
ip -n a link set eth0 mtu 60

# probe: no such interface
ip -n a link set eth7 up

# probe: a type nobody knows
ip -n a link add x0 type nosuchtype

# probe: a master that is not one
ip -n a link set eth0 master lo

# probe: a macvlan of nothing
ip -n a link add mv0 link eth7 type macvlan

# probe: an address on nothing
ip -n a addr add 10.0.0.9/24 dev eth7

# probe: an address twice
ip -n a addr add 10.0.0.1/24 dev eth0

# probe: an address that is not there
ip -n a addr del 10.0.0.7/24 dev eth0

# probe: a wrong address
ip -n a addr add 10.0.0.300/24 dev eth0

# probe: a wrong length
ip -n a addr add 10.0.0.9/33 dev eth0

# probe: below 68 bytes IPv4 ends
ip -n a link set eth0 mtu 68

# cleanup
ip netns del a
ip netns del b

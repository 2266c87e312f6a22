# title: The entry of the table
# teaches: ip route get fibmatch answers the entry that was found, but with the type that the packet
#   has in the end: a broadcast or multicast address makes it broadcast or multicast.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add v0 address 02:00:00:00:00:0a type veth peer name v1 address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev v0
ip -n a link set lo up
ip -n a link set v0 up
ip -n a link set v1 up
ip -n a route add default via 10.0.0.2
ip -n a route add unreachable 10.9.0.0/16
ip -n a route add multicast 10.7.0.0/16 via 10.0.0.3 dev v0
ip -n a addr add 255.255.255.255/16 dev v1

# probe: a host behind the gateway
ip -n a route get fibmatch 10.8.0.1

# probe: the segment
ip -n a route get fibmatch 10.0.0.9

# probe: its broadcast address
ip -n a route get fibmatch 10.0.0.255

# probe: an own address
ip -n a route get fibmatch 10.0.0.1

# probe: a group, by the default route
ip -n a route get fibmatch 224.0.0.5

# probe: a group on a given interface asks no table
ip -n a route get fibmatch 224.0.0.5 oif v0

# probe: the limited broadcast, which somebody gave to an interface
ip -n a route get fibmatch 255.255.255.255

# probe: without the table
ip -n a route get 255.255.255.255

# probe: refused
ip -n a route get fibmatch 10.9.0.1

# probe: a route of type multicast
ip -n a route get 10.7.0.1

# probe: and its entry
ip -n a route get fibmatch 10.7.0.1

# probe: a packet that comes in
ip -n a route get fibmatch 10.0.0.1 from 10.0.0.5 iif v0

# cleanup
ip netns del a

# title: What a route prescribes, and for which packets
# teaches: The TTL of a route is that of packets nobody gave one, of answers, too. The limited
#   broadcast and a group that only a default route leads to take no values of the route; packets to
#   this host have none on the way in.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
ip -n a link set lo up
ip -n b link set lo up
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec a sysctl -qw net.ipv4.ip_forward=1
ip -n a route add default via 10.0.0.2 advmss 500 mtu 1200
ip -n a route add 239.2.0.0/16 dev eth0 advmss 600 mtu 900
ip -n a route add local 10.9.0.0/24 dev lo mtu 900 advmss 500
ip -n a route add broadcast 10.9.2.0/24 dev eth0 mtu 900 advmss 500 table local
ip -n a route add 10.9.4.0/24 dev eth0 mtu 900 advmss 500 hoplimit 7
ip -n a route replace 10.0.0.0/24 dev eth0 hoplimit 9

# probe: a group by the default route
ip -n a route get 239.1.1.1

# probe: a group with a route of its own
ip -n a route get 239.2.1.1

# probe: the group of all hosts
ip -n a route get 224.0.0.1

# probe: the limited broadcast
ip -n a route get 255.255.255.255

# probe: a broadcast address by a route
ip -n a route get 10.9.2.1

# probe: an address of this host, on the way out
ip -n a route get 10.9.0.1

# probe: and on the way in
ip -n a route get 10.9.0.1 from 10.0.0.2 iif eth0

# probe: a broadcast that comes in
ip -n a route get 10.9.2.1 from 10.0.0.2 iif eth0

# probe: all values, on the way through
ip -n a route get 10.9.4.1 from 10.0.0.2 iif eth0

# probe: an echo request with the TTL of the route
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: an echo reply with the TTL of the route
ip netns exec b ping -n -c1 -W1 10.0.0.1

# probe: a reset with the TTL of the route
ip netns exec b nc -n -z -v -w1 10.0.0.1 81

# probe: whoever asks for a TTL gets it
ip netns exec a ping -n -c1 -W1 -t 5 10.0.0.2

# cleanup
ip netns del a
ip netns del b

# title: Before the first address
# teaches: A namespace without any address has no table local, and then the kernel takes every address for a broadcast
#   address: a gateway on the link is refused. A refused route leaves its empty table behind. A gateway that is an own
#   address, of whatever device, is no gateway on a link.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 type veth peer name far0
ip -n a link set eth0 address 02:00:00:00:00:01
ip -n a link set far0 address 02:00:00:00:00:02
ip -n a link set eth0 up
ip -n a link set far0 up

# probe: no table local: any gateway is invalid
ip -n a route add 10.5.0.0/16 via 10.0.1.254 dev eth0 onlink

# probe: the attempt has made table main
ip netns exec a cat /proc/net/fib_triestat

ip -n a addr add 10.0.1.1/24 dev eth0
ip -n a addr add 10.0.2.1/24 dev far0

# probe: with an address there is a table local, and the gateway is taken
ip -n a route add 10.5.0.0/16 via 10.0.9.254 dev eth0 onlink

# probe: an own address of another device is refused
ip -n a route add 10.6.0.0/16 via 10.0.2.1 dev eth0 onlink

# probe: a refused route makes its table
ip -n a route add 10.7.0.0/16 via 172.16.0.1 table 77

# probe: table 77 is there and empty
ip netns exec a cat /proc/net/fib_triestat

# probe: a gateway 0.0.0.0 is none, but makes the scope global
ip -n a route add 10.8.0.0/16 via 0.0.0.0 dev eth0

# probe: without the word the scope is link
ip -n a route add 10.9.0.0/16 dev eth0

# probe: the routes
ip -n a route show

# probe: an address that is there gets another metric, and its route with it
ip -n a addr replace 10.0.1.1/24 metric 50 dev eth0

# probe: the route has the new metric
ip -n a route show dev eth0

# cleanup
ip netns del a

# title: Routes of an interface without a carrier
# teaches: The cable is there and the other end is down: the interface is up without a carrier. Its routes
#   stay and are used, marked linkdown; of several ways each has its own mark.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n a link add eth1 address 02:00:00:00:01:0a type veth peer name eth1 netns b address 02:00:00:00:01:0b
ip -n a addr add 10.0.1.1/24 dev eth1
ip -n a link set eth1 up
ip -n b link set eth1 up
ip -n a route add 10.5.0.0/24 via 10.0.0.2
ip -n a route add 10.6.0.0/24 nexthop via 10.0.0.2 nexthop via 10.0.1.2
ip -n a route add 10.7.0.0/24 nexthop via 10.0.0.2 nexthop dev eth0 weight 2
sleep 1.2

# probe: marked
ip -n a route

# probe: the local table
ip -n a route show table local

# probe: in another form
ip -n a -j route

# probe: and with details
ip -n a -d route show 10.5.0.0/24

# probe: used all the same
ip -n a route get 10.5.0.1

# probe: what the file tells
ip netns exec a cat /proc/net/route

# probe: a packet has nowhere to go
ip netns exec a ping -n -c1 -W1 10.0.0.2

# the other end comes up
ip -n b link set eth0 up
sleep 1.2

# probe: unmarked
ip -n a route

# the other end goes down again
ip -n b link set eth0 down
sleep 1.2

# probe: marked again
ip -n a route

# cleanup
ip netns del a
ip netns del b

# title: A nexthop object that discards
# teaches: A blackhole nexthop makes every route by it a blackhole, whatever its type says in the trie; it may
#   stand alone in a group, and routes follow when it becomes a way. ip route flush cannot take such routes.

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
ip -n b link set eth0 up
ip netns exec b sysctl -qw net.ipv4.ip_forward=1
ip -n a route add 10.5.0.0/16 via 10.0.0.2

# probe: made
ip -n b nexthop add id 1 blackhole

# probe: it takes nothing else
ip -n b nexthop add id 2 via 10.0.0.1 blackhole

# probe: nor flags
ip -n b nexthop add id 2 blackhole onlink

# probe: a group of it alone
ip -n b nexthop add id 11 group 1
ip -n b nexthop add id 3 via 10.0.0.1 dev eth0

# probe: not one of several
ip -n b nexthop add id 12 group 1/3

# probe: shown
ip -n b nexthop

# probe: with details
ip -n b -d nexthop

# routes
ip -n b route add 10.5.1.0/24 nhid 1
ip -n b route add 10.5.2.0/24 nhid 11 metric 7

# probe: blackholes
ip -n b route

# probe: in JSON
ip -n b -j route

# probe: but not in the trie
ip netns exec b cat /proc/net/fib_trie

# probe: refused
ip -n b route get 10.5.1.1

# probe: and what comes in
ip -n b route get 10.5.1.1 from 10.0.0.1 iif eth0

# probe: discarded on the way through
ip netns exec a ping -n -c1 -W1 10.5.1.1

# probe: and on the way out
ip netns exec b ping -n -c1 -W1 10.5.2.1

# it becomes a way
ip -n b nexthop replace id 1 via 10.0.0.1 dev eth0

# probe: the routes follow
ip -n b route

# probe: and lead
ip -n b route get 10.5.2.1

# and back
ip -n b nexthop replace id 1 blackhole

# probe: the kernel does not understand what flush says of them
ip -n b route flush 10.5.1.0/24

# probe: they are still there
ip -n b route

# without lo there is no device for it
ip -n b link set lo down

# probe: refused
ip -n b nexthop add id 4 blackhole

# probe: those that are there stay
ip -n b nexthop

# probe: with the object its routes go
ip -n b nexthop del id 1

# probe: gone, and the group with it
ip -n b route

# cleanup
ip netns del a
ip netns del b

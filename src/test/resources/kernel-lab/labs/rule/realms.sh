# title: Rules and routes sort flows into realms
# teaches: A nexthop may name the realm of what lies behind it, and that of the sources; where it names
#   none, the rule that led to the table does. Rules whose numbers make no sense are refused.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 172.20.5.1/24 dev eth0
ip -n b addr add 172.20.5.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a route add 198.18.0.0/16 via 172.20.5.2 realm 3
ip -n a route add 198.19.0.0/16 via 172.20.5.2 realms 7/9
ip -n a route add 198.20.0.0/16 nexthop via 172.20.5.2 realm 4 nexthop via 172.20.5.3 realm 4
ip -n a route add 198.21.0.0/16 via 172.20.5.2

# probe: the realms of the routes
ip -n a route show

# probe: as data
ip -n a -j route show 198.19.0.0/16

# probe: the routes of a realm
ip -n a route show realm 3

# probe: of both realms, which are not repeated then
ip -n a route show realms 7/9

# probe: of the flow
ip -n a route get 198.19.1.1

# probe: one of several ways
ip -n a route get 198.20.1.1

# probe: none
ip -n a route get 198.21.1.1

# a rule with realms
ip -n a rule add to 198.16.0.0/12 lookup main realms 5/6

# probe: the rule
ip -n a rule show

# probe: the rule as data
ip -n a -j rule show to 198.16.0.0/12

# probe: the route names the destination's realm, the rule that of the source
ip -n a route get 198.18.1.1

# probe: the route names both
ip -n a route get 198.19.1.1

# probe: only the rule names realms
ip -n a route get 198.21.1.1

# probe: what comes in has realms, too
ip -n a -j route get 172.20.5.1 from 172.20.5.2 iif eth0

# probe: not the rule that is there
ip -n a rule del realms 5/7

# probe: the rule that is there
ip -n a rule del realms 5/6

# probe: no realm
ip -n a route add 198.22.0.0/16 via 172.20.5.2 realm /5

# probe: a route goes by its realm
ip -n a route del 198.18.0.0/16 realm 4

# probe: a range of ports that ends before it begins
ip -n a rule add sport 9-5 lookup 100

# probe: the last port
ip -n a rule add dport 65535 lookup 100

# probe: nobody's number
ip -n a rule add uidrange 5-4294967295 lookup 100

# cleanup
ip netns del a
ip netns del b

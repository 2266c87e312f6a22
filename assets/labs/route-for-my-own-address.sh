# title: Does a route in main change where my own address goes?
# teaches: The entry of the own address is a /32 in table local. A route in main for the prefix, or for the
#   address itself through another device, changes nothing: equal lengths are decided for table
#   local. Neighbours in the same prefix do use the device of the route.
# trace: host ping -c1 172.16.213.129

ip netns add host
ip netns add peer
ip netns add c1
ip netns exec host sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec peer sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n host link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns peer address 02:00:00:00:00:0b
ip -n host link add docker0 address 02:00:00:00:00:d0 type bridge mcast_snooping 0
ip netns exec host sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n host link add veth1 address 02:00:00:00:00:11 type veth peer name eth0 netns c1 address 02:00:00:00:00:c1
ip -n host link set veth1 master docker0
ip -n host addr add 172.16.213.129/24 broadcast + dev eth0
ip -n peer addr add 172.16.213.1/24 broadcast + dev eth0
ip -n host addr add 129.0.0.1/8 dev docker0
ip -n c1 addr add 129.0.0.2/8 dev eth0
ip -n host link set lo up
ip -n peer link set lo up
ip -n c1 link set lo up
ip -n host link set eth0 up
ip -n peer link set eth0 up
ip -n host link set docker0 up
ip -n host link set veth1 up
ip -n c1 link set eth0 up

# probe: main names eth0 and docker0
ip -n host route show

# probe: the own address goes by lo all the same
ip -n host route get 172.16.213.129

# probe: a neighbour in the same prefix goes by eth0
ip -n host route get 172.16.213.5

# probe: 129.0.0.0/8 goes by docker0, it is no loopback network
ip netns exec host ping -c1 -W1 129.0.0.2

# a route in main for the own address itself, through docker0
ip -n host route add 172.16.213.129/32 dev docker0

# probe: as long, but local comes first
ip -n host route get 172.16.213.129

# probe: and the packet still turns round in lo
ip netns exec host ping -c1 -W1 172.16.213.129

# cleanup
ip netns del host
ip netns del peer
ip netns del c1

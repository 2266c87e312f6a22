# title: How does a packet find the internet?
# teaches: No table has an entry for 8.8.8.8 but the default route. It names a gateway, and the
#   gateway's hardware address is asked for before the packet can leave.
# trace: web-1 ping -c1 8.8.8.8

ip netns add web-1
ip netns add gateway
ip netns exec web-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec gateway sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n web-1 link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns gateway address 02:00:00:00:00:0b
ip -n web-1 addr add 10.141.155.131/18 broadcast + dev eth0
ip -n gateway addr add 10.141.128.1/18 broadcast + dev eth0
ip -n gateway addr add 8.8.8.8/32 dev lo
ip -n web-1 link set lo up
ip -n gateway link set lo up
ip -n web-1 link set eth0 up
ip -n gateway link set eth0 up
ip -n web-1 route add default via 10.141.128.1

# probe: the decision: the default route
ip -n web-1 route get 8.8.8.8

# probe: the packet goes to the gateway, which is 8.8.8.8 here, too
ip netns exec web-1 ping -c1 -W1 8.8.8.8

# probe: the gateway's hardware address is known now
ip -n web-1 neigh show

# cleanup
ip netns del web-1
ip netns del gateway

# title: What if lo is down?
# teaches: The own address of eth0 is reached through lo. With lo down the packet is lost there, and
#   the sender is told nothing.
# trace: web-1 ping -c1 -W1 10.141.155.131

ip netns add web-1
ip netns add gateway
ip netns exec web-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec gateway sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n web-1 link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns gateway address 02:00:00:00:00:0b
ip -n web-1 addr add 10.141.155.131/18 broadcast + dev eth0
ip -n gateway addr add 10.141.128.1/18 broadcast + dev eth0
ip -n web-1 link set eth0 up
ip -n gateway link set eth0 up

# probe: lo has no address and is down
ip -n web-1 addr show dev lo

# probe: the decision says lo all the same
ip -n web-1 route get 10.141.155.131

# probe: and the packet is lost there
ip netns exec web-1 ping -c1 -W1 10.141.155.131

# cleanup
ip netns del web-1
ip netns del gateway

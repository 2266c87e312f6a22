# title: Does my own address use the cable?
# teaches: The table entry of the own address names eth0, and still the packet leaves by lo. Nothing
#   appears on the cable.
# trace: web-1 ping -c1 10.141.155.131

ip netns add web-1
ip netns add gateway
ip netns exec web-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec gateway sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n web-1 link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns gateway address 02:00:00:00:00:0b
ip -n web-1 addr add 10.141.155.131/18 broadcast + dev eth0
ip -n gateway addr add 10.141.128.1/18 broadcast + dev eth0
ip -n web-1 link set lo up
ip -n gateway link set lo up
ip -n web-1 link set eth0 up
ip -n gateway link set eth0 up
ip -n web-1 route add default via 10.141.128.1

# probe: table local: the own address stands beside eth0
ip -n web-1 route show table local

# probe: table main knows only the way to others
ip -n web-1 route show table main

# probe: the decision says lo
ip -n web-1 route get 10.141.155.131

# probe: and lo it is
ip netns exec web-1 ping -c1 -W1 10.141.155.131

# probe: eth0 has sent nothing
ip -n web-1 -s link show dev eth0

# cleanup
ip netns del web-1
ip netns del gateway

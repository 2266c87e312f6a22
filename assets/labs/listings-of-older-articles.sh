# title: How do I read the listings of an older article?
# teaches: Each line of a route table says what kind of address it is, which device it belongs to, who made it
#   and what it costs. The first word decides: local means this host.
# kernel: 3.10
# trace: web-1 ip route get 10.141.155.131

ip netns add web-1
ip netns add gateway
ip netns exec gateway sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n web-1 link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns gateway address 02:00:00:00:00:01
ip netns exec web-1 sysctl -qw net.ipv6.conf.eth0.disable_ipv6=1
ip -n web-1 addr add 10.141.155.131/18 broadcast + dev eth0 metric 100
ip -n gateway addr add 10.141.128.1/18 broadcast + dev eth0
ip -n web-1 link set lo up
ip -n gateway link set lo up
ip -n web-1 link set eth0 up
ip -n gateway link set eth0 up
ip -n web-1 route add default via 10.141.128.1 dev eth0 proto static metric 100

# probe: table local, with the broadcast addresses of that time
ip -n web-1 route show table local

# probe: table main
ip -n web-1 route show table main

# probe: one packet to itself and its answer
ip netns exec web-1 ping -c1 -W1 127.0.0.1

# probe: lo: RX and TX are equal
ip netns exec web-1 ifconfig lo

# cleanup
ip netns del web-1
ip netns del gateway

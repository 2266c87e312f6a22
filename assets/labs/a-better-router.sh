# title: Why does my router send me to another?
# teaches: A router that sends a packet out by the card it came in tells the sender of the shorter way. The redirect is kept
#   as an exception of the route, not as a route, and is taken once the other router is a known neighbour.
# trace: a ping -n -c1 -W1 10.50.0.1

ip netns add a
ip netns add r
ip netns add g
ip netns add sw
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec g sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec sw sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n sw link add br0 address 02:00:00:00:00:b0 type bridge mcast_snooping 0
ip netns exec sw sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name p1 netns sw address 02:00:00:00:01:01
ip -n r link add eth0 address 02:00:00:00:00:01 type veth peer name p2 netns sw address 02:00:00:00:01:02
ip -n g link add eth0 address 02:00:00:00:00:02 type veth peer name p3 netns sw address 02:00:00:00:01:03
ip -n sw link set p1 master br0
ip -n sw link set p2 master br0
ip -n sw link set p3 master br0
ip -n sw link set br0 up
ip -n sw link set p1 up
ip -n sw link set p2 up
ip -n sw link set p3 up
ip -n a addr add 10.0.0.10/24 dev eth0
ip -n r addr add 10.0.0.1/24 dev eth0
ip -n g addr add 10.0.0.2/24 dev eth0
ip -n g addr add 10.50.0.1/32 dev lo
ip -n a link set lo up
ip -n r link set lo up
ip -n g link set lo up
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n g link set eth0 up
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip -n r route add 10.50.0.0/24 via 10.0.0.2
ip -n a route add default via 10.0.0.1

# probe: the first packet goes by r, and r sends a redirect
ip netns exec a ping -n -c1 -W1 10.50.0.1
sleep 0.5

# probe: not taken yet: g was no known neighbour, the redirect only made a ask for it
ip -n a route get 10.50.0.1

# probe: so the second packet goes by r again
ip netns exec a ping -n -c1 -W1 10.50.0.1

# probe: now it is learnt
ip -n a route get 10.50.0.1
sleep 0.5

# probe: the third one goes to g directly
ip netns exec a ping -n -c1 -W1 10.50.0.1

# cleanup
ip netns del a
ip netns del r
ip netns del g
ip netns del sw

# title: A redirect while a connection opens
# teaches: A redirect about a TCP segment is no error: the connection goes on, by the better way as
#   soon as the socket is free to learn it and that way is a known neighbour.

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
ip netns exec g nc -n -d -l -k 10.50.0.1 80 > /dev/null &
sleep 0.2

# probe: the redirect comes while connect() holds the socket, which has no time for it
ip netns exec a nc -n -v -z -w2 10.50.0.1 80

# probe: nothing learnt
ip -n a route get 10.50.0.1

# a server that keeps silent: the SYN is repeated by a timer, which does not hold the socket for long
ip -n g route add blackhole 10.50.1.0/24
ip -n r route add 10.50.1.0/24 via 10.0.0.2

# probe: the second SYN is redirected, but g is no neighbour of a yet; a asks for it, and the third teaches the way
ip netns exec a nc -n -v -z -w5 10.50.1.1 80

# probe: learnt
ip -n a route get 10.50.1.1

# probe: straight to g
ip netns exec a nc -n -v -z -w2 10.50.1.1 80

# a gateway that is not there: a asks for it in vain, and nothing is said to the program
ip -n r route add 10.60.0.0/24 via 10.0.0.3

# probe: timed out
ip netns exec a nc -n -v -z -w2 10.60.0.1 80
sleep 2

# probe: the neighbour that did not answer
ip -n a neigh show 10.0.0.3

# cleanup
ip netns pids g | xargs -r kill
ip netns del a
ip netns del r
ip netns del g
ip netns del sw

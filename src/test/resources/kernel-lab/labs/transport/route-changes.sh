# title: Routes change under a connection
# timeout: 30
# teaches: A socket keeps the route it found, and looks it up again once anything in the routing of
#   its host has changed: a segment sent again goes the new way.

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
ip -n a link set lo up
ip -n r link set lo up
ip -n g link set lo up
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n g link set eth0 up
ip -n a neigh add 10.0.0.1 lladdr 02:00:00:00:00:01 dev eth0 nud permanent
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:02 dev eth0 nud permanent
ip -n a route add 10.50.0.0/24 via 10.0.0.1
ip netns exec a nc -n -w20 10.50.0.1 80 > /dev/null &

# the neighbours do not forward; the first SYN and those after each of five seconds go to r
sleep 5.2
ip -n a route replace 10.50.0.0/24 via 10.0.0.2

# probe: after seven seconds it goes to g
sleep 3

# nothing changes for this connection, but the kernel does not know that
ip -n a rule add to 10.99.0.0/16 table 99

# probe: after eleven seconds again to g, looked up anew
sleep 3.5

# no way at all
ip -n a route replace unreachable 10.50.0.0/24
sleep 8

# probe: after nineteen seconds it was not sent, and is tried again later
ip netns exec a ss -tn

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns del r
ip netns del g
ip netns del sw

# title: An address moves to other hardware
# teaches: Within locktime a changed hardware address is not believed, later it is; a gratuitous
#   reply at once.

ip netns add a
ip netns add b
ip netns add c
ip netns add sw
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec sw sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n sw link add br0 address 02:00:00:00:00:b0 type bridge mcast_snooping 0
ip netns exec sw sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name p1 netns sw address 02:00:00:00:01:01
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name p2 netns sw address 02:00:00:00:01:02
ip -n c link add eth0 address 02:00:00:00:00:0c type veth peer name p3 netns sw address 02:00:00:00:01:03
ip -n sw link set p1 master br0
ip -n sw link set p2 master br0
ip -n sw link set p3 master br0
ip -n sw link set br0 up
ip -n sw link set p1 up
ip -n sw link set p2 up
ip -n sw link set p3 up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n c addr add 10.0.0.3/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n c link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n c link set eth0 up
ip -n c addr del 10.0.0.3/24 dev eth0
ip -n c addr add 10.0.0.2/24 dev eth0
ip -n c link set eth0 down

# probe: b has the address
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip -n b link set eth0 down
ip -n c link set eth0 up
sleep 2

# probe: c says so itself
ip netns exec c arping -A -c1 -w1 -I eth0 10.0.0.2

# probe: a has c's hardware address
ip -n a neigh show

# probe: c answers
ip netns exec a ping -n -c1 -W1 10.0.0.2

# cleanup
ip netns del a
ip netns del b
ip netns del c
ip netns del sw

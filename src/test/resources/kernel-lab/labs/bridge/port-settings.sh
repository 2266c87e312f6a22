# title: What a port may do
# teaches: hairpin sends a frame back where it came from, learning off makes the bridge forget,
#   flood off keeps unknown frames away, isolated ports do not talk to each other.

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
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up
ip netns exec c sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n c link set eth0 up

# probe: known after the first answer
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip -n sw link set p2 type bridge_slave learning off
ip -n sw link set p2 type bridge_slave fdb_flush
ip -n sw link set p1 type bridge_slave fdb_flush
ip -n a neigh flush dev eth0

# probe: b is not learnt: frames to it go to every port
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: the database
bridge -n sw fdb show br br0 dynamic

ip -n sw link set p3 type bridge_slave flood off

# probe: not to c, whose port takes no unknown frames
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip -n sw link set p2 type bridge_slave flood off

# probe: then nobody gets it
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip -n sw link set p2 type bridge_slave flood on learning on
ip -n sw link set p1 type bridge_slave isolated on
ip -n sw link set p2 type bridge_slave isolated on
ip -n a neigh flush dev eth0

# probe: two isolated ports
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: an isolated one and an ordinary one
ip netns exec a ping -n -c1 -W1 10.0.0.3

# probe: the ports
bridge -n sw link show dev p1

ip -n sw link set p1 type bridge_slave isolated off
ip -n a neigh add 10.0.0.9 lladdr 02:00:00:00:00:0a dev eth0 nud permanent

# probe: a frame for the sender's own address is not sent back
ip netns exec a ping -n -c1 -W1 10.0.0.9

ip -n sw link set p1 type bridge_slave hairpin on

# probe: with hairpin it is
ip netns exec a ping -n -c1 -W1 10.0.0.9

# cleanup
ip netns del a
ip netns del b
ip netns del c
ip netns del sw

# title: Sources that cannot be
# teaches: A packet whose source is a broadcast address for the receiver passes with rp_filter 0,
#   for nobody looks it up; with 1 and 2 it is a martian. A source nobody has a route to fails with
#   both, too.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a addr add 10.1.0.255/16 dev eth0
ip -n b addr add 10.1.0.1/24 dev eth0
ip -n a addr add 172.16.9.9/32 dev lo
ip -n b neigh add 10.1.0.255 lladdr 02:00:00:00:00:0a dev eth0 nud permanent
ip -n a neigh add 10.1.0.1 lladdr 02:00:00:00:00:0b dev eth0 nud permanent
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0 nud permanent

# probe: rp_filter 0: not looked up; no answer, for it would be a broadcast
ip netns exec a ping -n -c1 -W1 -I 10.1.0.255 10.1.0.1

# probe: a source without a way back passes, and the answer fails
ip netns exec a ping -n -c1 -W1 -I 172.16.9.9 10.0.0.2

ip netns exec b sysctl -qw net.ipv4.conf.eth0.rp_filter=1

# probe: 1: invalid source
ip netns exec a ping -n -c1 -W1 -I 10.1.0.255 10.1.0.1

# probe: 1: no way back
ip netns exec a ping -n -c1 -W1 -I 172.16.9.9 10.0.0.2

ip netns exec b sysctl -qw net.ipv4.conf.eth0.rp_filter=2

# probe: 2: invalid source
ip netns exec a ping -n -c1 -W1 -I 10.1.0.255 10.1.0.1

# probe: 2: no way back
ip netns exec a ping -n -c1 -W1 -I 172.16.9.9 10.0.0.2

# probe: asked with an own address as source
ip -n b route get 10.0.0.2 from 10.1.0.1 iif eth0

# probe: with a multicast source
ip -n b route get 10.0.0.2 from 224.0.0.5 iif eth0

# probe: with source 0.0.0.0
ip -n b route get 10.0.0.2 from 0.0.0.0 iif eth0

# probe: with the limited broadcast as source
ip -n b route get 10.0.0.2 from 255.255.255.255 iif eth0

# cleanup
ip netns del a
ip netns del b

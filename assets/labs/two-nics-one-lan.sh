# title: Which network card answers?
# teaches: Two cards of one host in one network: each answers for every address of the host, and the first
#   answer wins. arp_ignore makes a card answer for its own addresses only.
# trace: a ping -c1 10.0.0.3

ip netns add a
ip netns add b
ip netns add sw
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec sw sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n sw link add br0 address 02:00:00:00:00:b0 type bridge mcast_snooping 0
ip netns exec sw sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name p1 netns sw address 02:00:00:00:01:01
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name p2 netns sw address 02:00:00:00:01:02
ip -n b link add eth1 address 02:00:00:00:00:1b type veth peer name p3 netns sw address 02:00:00:00:01:03
ip -n sw link set p1 master br0
ip -n sw link set p2 master br0
ip -n sw link set p3 master br0
ip -n sw link set br0 up
ip -n sw link set p1 up
ip -n sw link set p2 up
ip -n sw link set p3 up
ip -n a addr add 10.0.0.1/24 broadcast + dev eth0
ip -n b addr add 10.0.0.2/24 broadcast + dev eth0
ip -n b addr add 10.0.0.3/24 broadcast + dev eth1
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n b link set eth1 up

# probe: 10.0.0.3 is on eth1, both cards answer
ip netns exec a arping -c1 -w1 -I eth0 10.0.0.3

# probe: the packet may reach the wrong card, and is taken all the same
ip netns exec a ping -c1 -W1 10.0.0.3

# order
ip netns exec b sysctl -qw net.ipv4.conf.all.arp_ignore=1
ip -n a neigh flush dev eth0

# probe: one answer
ip netns exec a arping -c1 -w1 -I eth0 10.0.0.3

# probe: from the right card
ip netns exec a ping -c1 -W1 10.0.0.3

# cleanup
ip netns del a
ip netns del b
ip netns del sw

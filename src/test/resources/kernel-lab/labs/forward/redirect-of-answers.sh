# title: A redirect about an answer
# teaches: A host that answers a ping by way of a router is told of the shorter way like any sender;
#   no program sent the answer, and still the kernel learns (icmp_err, ipv4_redirect).

ip netns add a
ip netns add h
ip netns add r
ip netns add sw
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec h sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec sw sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n sw link add br0 address 02:00:00:00:00:b0 type bridge mcast_snooping 0
ip netns exec sw sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name p1 netns sw address 02:00:00:00:01:01
ip -n h link add eth0 address 02:00:00:00:00:09 type veth peer name p2 netns sw address 02:00:00:00:01:02
ip -n r link add eth0 address 02:00:00:00:00:01 type veth peer name p3 netns sw address 02:00:00:00:01:03
ip -n sw link set p1 master br0
ip -n sw link set p2 master br0
ip -n sw link set p3 master br0
ip -n sw link set br0 up
ip -n sw link set p1 up
ip -n sw link set p2 up
ip -n sw link set p3 up
ip -n a addr add 10.0.0.10/24 dev eth0
ip -n h addr add 10.0.0.9/24 dev eth0
ip -n r addr add 10.0.0.1/24 dev eth0
ip -n a link set lo up
ip -n h link set lo up
ip -n r link set lo up
ip -n a link set eth0 up
ip -n h link set eth0 up
ip -n r link set eth0 up
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip -n h route add 10.0.0.10/32 via 10.0.0.1

# probe: the first answer goes by r, which sends a redirect; the others go straight
ip netns exec a ping -n -c3 -i0.2 -W1 10.0.0.9

# probe: learnt
ip -n h route get 10.0.0.10

# a host that does not listen
ip -n h route flush cache
ip netns exec h sysctl -qw net.ipv4.conf.all.accept_redirects=0
ip netns exec h sysctl -qw net.ipv4.conf.eth0.accept_redirects=0

# probe: by r each time
ip netns exec a ping -n -c2 -i0.2 -W1 10.0.0.9

# cleanup
ip netns del a
ip netns del h
ip netns del r
ip netns del sw

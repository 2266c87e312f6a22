# title: ip6tables sees bridged frames
# teaches: With bridge-nf-call-ip6tables a bridge hands IPv6 frames to ip6tables, which may drop them between two ports.

ip netns add a
ip netns add sw
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec sw sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec sw sysctl -qw net.ipv6.conf.default.disable_ipv6=1
ip -n sw link add br0 address 02:00:00:00:00:b0 type bridge mcast_snooping 0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name p1 netns sw address 02:00:00:00:01:01
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name p2 netns sw address 02:00:00:00:01:02
ip -n sw link set p1 master br0
ip -n sw link set p2 master br0
ip -n sw link set br0 up
ip -n sw link set p1 up
ip -n sw link set p2 up
ip -n a addr add 2001:db8:1::a/64 dev eth0 nodad
ip -n b addr add 2001:db8:1::b/64 dev eth0 nodad
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 3
ip -n a neigh replace 2001:db8:1::b lladdr 02:00:00:00:00:0b nud permanent dev eth0
ip -n b neigh replace 2001:db8:1::a lladdr 02:00:00:00:00:0a nud permanent dev eth0
ip netns exec sw sysctl -qw net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-arptables=0
ip netns exec sw ip6tables -A FORWARD -m physdev --physdev-in p1 -p icmpv6 --icmpv6-type echo-request -j DROP

# probe: not asked
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::b

# asked from now on
ip netns exec sw sysctl -qw net.bridge.bridge-nf-call-ip6tables=1

# probe: dropped between the ports
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::b

# probe: the other way it may go, and the answer too
ip netns exec b ping -6 -n -c1 -W1 2001:db8:1::a

# probe: the counters
ip netns exec sw ip6tables -nvL FORWARD

# cleanup
ip netns del a
ip netns del sw
ip netns del b

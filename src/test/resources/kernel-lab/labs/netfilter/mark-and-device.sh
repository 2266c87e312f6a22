# title: A mark, a second lookup and a bound socket
# teaches: A rule in mangle OUTPUT that changes the mark has the packet routed once more; the device its socket is
#   bound to counts there, too.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 netns b address 02:00:00:00:00:02
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b addr add 10.7.7.7/32 dev lo
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n b route add 10.8.8.8 dev eth0
ip netns exec a iptables -t mangle -A OUTPUT -j MARK --set-mark 7

# probe: without a route nothing leaves
ip netns exec a ping -c1 -W1 10.7.7.7

# probe: bound to a device a socket needs none, the first time and the second
ip netns exec a ping -c1 -W1 -I eth0 10.7.7.7

# and a rule that asks for the protocol
ip -n a rule add fwmark 7 ipproto udp prohibit

# probe: pings are not meant
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: datagrams are
echo x | ip netns exec a nc -n -u -w1 10.0.0.2 53

# cleanup
ip netns del a
ip netns del b

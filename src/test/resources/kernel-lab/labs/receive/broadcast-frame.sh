# title: IP for one host in a frame for all
# teaches: A unicast packet in a broadcast frame is accepted, but errors about it are not sent;
#   drop_unicast_in_l2_multicast drops it.

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
ip -n a neigh add 10.0.0.2 lladdr ff:ff:ff:ff:ff:ff dev eth0 nud permanent

# probe: answered
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: nobody listens, but no error about a frame for all
ip netns exec a nc -n -u -v -z -w1 10.0.0.2 5000

# probe: TCP does not take it at all
ip netns exec a nc -n -v -z -w2 10.0.0.2 80

ip netns exec b sysctl -qw net.ipv4.conf.eth0.drop_unicast_in_l2_multicast=1

# probe: dropped
ip netns exec a ping -n -c1 -W1 10.0.0.2

# cleanup
ip netns del a
ip netns del b

# title: Everything but
# teaches: ! turns a comparison round: all but one source, all but one device, all but one protocol.

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
ip netns exec b iptables -A INPUT ! -i lo ! -s 10.0.0.9 ! -p tcp -j DROP
ip netns exec b iptables -A INPUT ! -d 10.0.0.0/24 -j REJECT

# probe: not lo, not 10.0.0.9, not TCP
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: TCP goes on to the second rule, which it does not fit either
ip netns exec a nc -v -n -z -w2 10.0.0.2 80

# probe: over lo to an address outside of the network
ip netns exec b ping -c1 -W1 127.0.0.1

# probe: the counters
ip netns exec b iptables -nvL INPUT

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

# title: promote_secondaries
# teaches: Deleting a primary address takes its secondaries along, unless promote_secondaries is set: then the next one becomes primary.

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
ip netns exec a sysctl -qw net.ipv4.conf.all.promote_secondaries=1
ip -n a addr add 10.0.0.3/24 dev eth0
ip -n a addr del 10.0.0.1/24 dev eth0

# probe: the secondary is promoted
ip -n a addr show dev eth0

# probe: and is the source of the subnet
ip -n a route get 10.0.0.2

# probe: it works
ip netns exec a ping -c1 -W1 10.0.0.2

# cleanup
ip netns del a
ip netns del b

# title: What the kernel asks when a secondary takes the place of the primary
# teaches: A secondary that is promoted keeps its local entry while the primary goes; the kernel asks all the same.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec a sysctl -qw net.ipv4.conf.all.promote_secondaries=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name far0 address 02:00:00:00:00:0b
ip -n a link set lo up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a addr add 10.0.0.2/24 dev eth0
ip -n a addr add 10.0.0.3/24 dev eth0
ip -n a link set eth0 up
ip -n a link set far0 up
sleep 1.2

# probe: the primary goes
ip -n a addr del 10.0.0.1/24 dev eth0

ip netns exec a sysctl -qw net.ipv4.conf.all.promote_secondaries=0
ip netns exec a sysctl -qw net.ipv4.conf.eth0.promote_secondaries=0

# probe: the primary goes with its secondary
ip -n a addr del 10.0.0.2/24 dev eth0

# probe: what is left
ip -n a addr show dev eth0

# cleanup
ip netns del a

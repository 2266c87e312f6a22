# title: Borrowed addresses end with the device
# teaches: Connections masqueraded behind a device are forgotten when the device goes down or loses the address; others stay.

ip netns add c
ip netns add r
ip netns add s
ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec s sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n c link add eth0 address 02:00:00:00:00:0c type veth peer name eth0 netns r address 02:00:00:00:01:01
ip -n s link add eth0 address 02:00:00:00:00:05 type veth peer name eth1 netns r address 02:00:00:00:01:02
ip -n c addr add 10.1.0.2/24 dev eth0
ip -n r addr add 10.1.0.1/24 dev eth0
ip -n r addr add 10.2.0.1/24 dev eth1
ip -n s addr add 10.2.0.2/24 dev eth0
ip -n c link set lo up
ip -n r link set lo up
ip -n s link set lo up
ip -n c link set eth0 up
ip -n r link set eth0 up
ip -n r link set eth1 up
ip -n s link set eth0 up
ip -n c route add default via 10.1.0.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip netns exec r iptables -t nat -A POSTROUTING -o eth1 -j MASQUERADE

# probe: a connection is masqueraded
ip netns exec c ping -c1 -W1 10.2.0.2

# probe: it is remembered
ip netns exec r conntrack -L -s 10.1.0.2

# another address
ip -n r addr add 10.2.0.7/24 dev eth1

# probe: still there
ip netns exec r conntrack -L -s 10.1.0.2

# the address it borrowed goes
ip -n r addr del 10.2.0.1/24 dev eth1

# probe: forgotten
ip netns exec r conntrack -L -s 10.1.0.2

# back again
ip -n r addr add 10.2.0.1/24 dev eth1

# probe: masqueraded anew
ip netns exec c ping -c1 -W1 10.2.0.2

# probe: another connection of the router itself
ip netns exec r ping -c1 -W1 10.1.0.2

# the device goes down
ip -n r link set eth1 down

# probe: forgotten with the device
ip netns exec r conntrack -L -s 10.1.0.2

# probe: what was not masqueraded is still there
ip netns exec r conntrack -L -s 10.1.0.1

# cleanup
ip netns pids c | xargs -r kill
ip netns del c
ip netns pids r | xargs -r kill
ip netns del r
ip netns pids s | xargs -r kill
ip netns del s

# title: Marks of what comes in
# teaches: A mark set in PREROUTING chooses the table of the route; INPUT sees it, too.

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
ip -n s route add default via 10.2.0.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip netns exec r iptables -t mangle -A PREROUTING -i eth0 -p icmp -j MARK --set-mark 7
ip -n r rule add fwmark 7 table 100
ip -n r route add unreachable 10.2.0.0/24 table 100
ip netns exec r iptables -A INPUT -m mark --mark 7 -j REJECT --reject-with icmp-host-prohibited

# probe: by table 100 there is no way
ip netns exec c ping -n -c1 -W1 10.2.0.2

# probe: INPUT knows the mark
ip netns exec c ping -n -c1 -W1 10.1.0.1

# probe: TCP has no mark
ip netns exec c nc -v -n -z -w2 10.2.0.2 80

# cleanup
ip netns pids c | xargs -r kill
ip netns del c
ip netns pids r | xargs -r kill
ip netns del r
ip netns pids s | xargs -r kill
ip netns del s

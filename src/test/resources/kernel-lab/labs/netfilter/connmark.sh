# title: The mark of a connection
# teaches: CONNMARK saves the mark of the first packet and gives it to the answers.

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
ip netns exec r iptables -t mangle -A PREROUTING -j CONNMARK --restore-mark
ip netns exec r iptables -t mangle -A PREROUTING -i eth0 -m mark --mark 0 -j MARK --set-mark 5
ip netns exec r iptables -t mangle -A PREROUTING -j CONNMARK --save-mark
ip netns exec r iptables -A FORWARD -m connmark --mark 5 -j ACCEPT
ip netns exec r iptables -A FORWARD -j DROP

# probe: both directions carry the mark
ip netns exec c ping -c1 -W1 10.2.0.2

# probe: what the server begins has none
ip netns exec s ping -c1 -W1 10.1.0.2

# probe: the counters
ip netns exec r iptables -t mangle -nvL PREROUTING

# cleanup
ip netns pids c | xargs -r kill
ip netns del c
ip netns pids r | xargs -r kill
ip netns del r
ip netns pids s | xargs -r kill
ip netns del s

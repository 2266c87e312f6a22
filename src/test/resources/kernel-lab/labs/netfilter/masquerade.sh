# title: A home router
# teaches: MASQUERADE gives what leaves the address of the device it leaves by; the answers are given back.

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
ip -n s route del default
ip netns exec r iptables -t nat -A POSTROUTING -o eth1 -j MASQUERADE
ip netns exec s nc -n -d -l -k 0.0.0.0 80 &
sleep 0.2

# probe: s knows no way to 10.1.0.0/24, yet it answers
ip netns exec c ping -c1 -W1 10.2.0.2

# probe: a connection
ip netns exec c nc -v -n -z -w2 10.2.0.2 80

# probe: a datagram to a closed port: the error is translated, too
echo x | ip netns exec c nc -v -n -u -w1 10.2.0.2 9999

# probe: the router itself is not changed
ip netns exec r ping -c1 -W1 10.2.0.2

# probe: one packet for each connection was counted
ip netns exec r iptables -t nat -nvL POSTROUTING

# cleanup
ip netns pids c | xargs -r kill
ip netns del c
ip netns pids r | xargs -r kill
ip netns del r
ip netns pids s | xargs -r kill
ip netns del s

# title: In turn
# teaches: statistic nth: every second connection goes to the other server, as kube-proxy does it.

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
ip -n s addr add 10.2.0.3/24 dev eth0
ip netns exec s nc -n -d -l -k 10.2.0.2 80 &
ip netns exec s nc -n -d -l -k 10.2.0.3 80 &
sleep 0.2
ip netns exec r iptables -t nat -N SVC
ip netns exec r iptables -t nat -A PREROUTING -d 10.96.0.1 -p tcp --dport 80 -j SVC
ip netns exec r iptables -t nat -A SVC -p tcp -m statistic --mode nth --every 2 --packet 0 -j DNAT --to-destination 10.2.0.2:80
ip netns exec r iptables -t nat -A SVC -p tcp -j DNAT --to-destination 10.2.0.3:80

# probe: the first
ip netns exec c nc -v -n -z -w2 10.96.0.1 80

# probe: the second
ip netns exec c nc -v -n -z -w2 10.96.0.1 80

# probe: the third
ip netns exec c nc -v -n -z -w2 10.96.0.1 80

# probe: two and one
ip netns exec r iptables -t nat -nvL SVC

# cleanup
ip netns pids c | xargs -r kill
ip netns del c
ip netns pids r | xargs -r kill
ip netns del r
ip netns pids s | xargs -r kill
ip netns del s

# title: What kind of address
# teaches: addrtype asks the routing tables: local, broadcast, unicast.

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
ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0
ip netns exec b iptables -A INPUT -m addrtype --dst-type BROADCAST -j DROP
ip netns exec b iptables -A INPUT -m addrtype --src-type LOCAL -j ACCEPT
ip netns exec b iptables -A INPUT -m addrtype ! --dst-type LOCAL -j DROP

# probe: a broadcast
ip netns exec a ping -b -c1 -W1 10.0.0.255

# probe: from itself
ip netns exec b ping -c1 -W1 10.0.0.2

# probe: from the neighbour
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: the counters
ip netns exec b iptables -nvL INPUT

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

# title: The rest of a datagram never comes
# teaches: A datagram is given up when its parts have not all come after ipfrag_time; whoever has the first part
#   tells the sender.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up
ip netns exec b sysctl -qw net.ipv4.ipfrag_time=1
ip netns exec b iptables -t raw -A PREROUTING -f -j DROP

# probe: only the first part gets through
ip netns exec a ping -n -c1 -W3 -s 4000 10.0.0.2

# probe: what b counted
ip netns exec b cat /proc/net/snmp

# cleanup
ip netns del a
ip netns del b

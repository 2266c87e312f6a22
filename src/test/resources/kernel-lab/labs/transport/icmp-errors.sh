# title: What an ICMP error does to a connection that opens
# teaches: While the SYN is under way each error ends the attempt, with the errno of its code.

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
ip netns exec a ping -c1 -W1 10.0.0.2
ip netns exec b iptables -A INPUT -p tcp --dport 5001 -j REJECT --reject-with icmp-net-unreachable
ip netns exec b iptables -A INPUT -p tcp --dport 5002 -j REJECT --reject-with icmp-host-unreachable
ip netns exec b iptables -A INPUT -p tcp --dport 5003 -j REJECT --reject-with icmp-proto-unreachable
ip netns exec b iptables -A INPUT -p tcp --dport 5004 -j REJECT --reject-with icmp-port-unreachable
ip netns exec b iptables -A INPUT -p tcp --dport 5005 -j REJECT --reject-with icmp-net-prohibited
ip netns exec b iptables -A INPUT -p tcp --dport 5006 -j REJECT --reject-with icmp-host-prohibited
ip netns exec b iptables -A INPUT -p tcp --dport 5007 -j REJECT --reject-with icmp-admin-prohibited
ip netns exec b sysctl -qw net.ipv4.icmp_ratelimit=0

# probe: network unreachable
ip netns exec a nc -n -v -z -w2 10.0.0.2 5001

# probe: host unreachable
ip netns exec a nc -n -v -z -w2 10.0.0.2 5002

# probe: protocol unreachable
ip netns exec a nc -n -v -z -w2 10.0.0.2 5003

# probe: port unreachable
ip netns exec a nc -n -v -z -w2 10.0.0.2 5004

# probe: network prohibited
ip netns exec a nc -n -v -z -w2 10.0.0.2 5005

# probe: host prohibited
ip netns exec a nc -n -v -z -w2 10.0.0.2 5006

# probe: prohibited by an administrator
ip netns exec a nc -n -v -z -w2 10.0.0.2 5007

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

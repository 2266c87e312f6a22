# title: How long a connection is remembered
# teaches: Each protocol has its settings; a change counts for the next packet. A datagram that nobody answered is forgotten first.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 netns b address 02:00:00:00:00:02
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec b iptables -A INPUT -m conntrack --ctstate NEW
ip netns exec b sysctl -qw net.netfilter.nf_conntrack_icmp_timeout=1
ip netns exec b sysctl -qw net.netfilter.nf_conntrack_udp_timeout=4
ip netns exec b sysctl -qw net.netfilter.nf_conntrack_tcp_timeout_time_wait=1
ip netns exec b nc -n -d -l -k 0.0.0.0 80 &
ip netns exec b nc -n -d -l -k -u 10.0.0.2 53 &
sleep 0.2

# probe: a ping
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: a connection
ip netns exec a nc -v -n -z -w2 10.0.0.2 80

# probe: a datagram
echo x | ip netns exec a nc -n -u -w1 10.0.0.2 53

# two seconds later
sleep 1.5

# probe: of the ping and the connection nothing is left
ip netns exec b conntrack -L

# and four later
sleep 4

# probe: of the datagram neither
ip netns exec b conntrack -L

# probe: a ping begins a new connection
ip netns exec a ping -c2 -i 0.3 -W1 10.0.0.2

# probe: how often that was
ip netns exec b iptables -nvL INPUT

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

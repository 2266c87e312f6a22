# title: Who decides the TTL
# teaches: A TTL asked for comes first, then the hop limit of the route, then the default of the namespace;
#   that holds for programs, for TCP and for what the kernel answers by itself.

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
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0 nud permanent
ip -n b neigh add 10.0.0.1 lladdr 02:00:00:00:00:0a dev eth0 nud permanent
ip netns exec b nc -n -d -l -k 10.0.0.2 80 > /dev/null &
sleep 0.2
ip netns exec a sysctl -qw net.ipv4.ip_default_ttl=200
ip -n b route replace 10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.2 hoplimit 9

# probe: 200 there, 9 back
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: 5 there, 9 back
ip netns exec a ping -n -c1 -W1 -t5 10.0.0.2

# probe: a connection
ip netns exec a nc -n -v -z -w2 10.0.0.2 80

# probe: a refused one
ip netns exec a nc -n -v -z -w2 10.0.0.2 81

# probe: an ICMP error
echo x | ip netns exec a nc -n -u -w1 10.0.0.2 5000

# probe: a group: 1, whatever the route and the namespace say
ip netns exec b ping -n -c1 -W0.5 -I eth0 239.1.1.1

# probe: the broadcast address is asked like any
ip netns exec a ping -n -c1 -W0.5 -b 10.0.0.255

# probe: the hop limit is shown
ip -n b route get 10.0.0.1

# cleanup
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

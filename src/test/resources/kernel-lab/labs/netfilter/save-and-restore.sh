# title: Rules from a file
# teaches: iptables-restore takes a table whole or not at all.

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
printf '*filter\n:INPUT DROP [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:web - [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -p tcp -m tcp --dport 80 -j web\n-A web -s 10.0.0.0/24 -m comment --comment "the neighbours" -j ACCEPT\nCOMMIT\n' | ip netns exec b iptables-restore
ip netns exec b nc -n -d -l -k 0.0.0.0 80 &
sleep 0.2

# probe: the neighbours may
ip netns exec a nc -v -n -z -w2 10.0.0.2 80

# probe: ping not
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: what is there now
ip netns exec b iptables -S

# probe: a file with a fault changes nothing
printf '*filter\n-A INPUT -j nowhere\nCOMMIT\n' | ip netns exec b iptables-restore

# probe: as before
ip netns exec b iptables -S INPUT

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

# title: Both ends close at once
# teaches: The FIN of a is lost. The FIN of b, which knows nothing of it, finds a in FIN-WAIT-1: both have closed, CLOSING waits
#   for the acknowledgement of the own FIN.

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
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec b nc -n -d -l -k -w1 5001 &
sleep 0.2
ip netns exec a ping -c1 -W1 10.0.0.2
ip netns exec b iptables -A INPUT -p tcp --tcp-flags FIN FIN -j DROP

# probe: a closes, and its FIN is lost
echo hello | timeout 4 ip netns exec a nc -n -N -w3 10.0.0.2 5001

# probe: what is left
ip netns exec a ss -tan

# probe: and there
ip netns exec b ss -tan

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

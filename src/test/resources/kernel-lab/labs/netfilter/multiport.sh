# title: Several ports in one rule
# teaches: multiport lists up to fifteen ports and ranges; with ! it means all others.

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
ip netns exec b nc -n -d -l -k 0.0.0.0 80 &
ip netns exec b nc -n -d -l -k 0.0.0.0 8005 &
sleep 0.2
ip netns exec b iptables -A INPUT -p tcp -m multiport --dports 80,8000:8003 -j ACCEPT
ip netns exec b iptables -A INPUT -p tcp -m multiport ! --dports 22,443 -j REJECT --reject-with tcp-reset

# probe: in the list
ip netns exec a nc -v -n -z -w2 10.0.0.2 80

# probe: not in the list, and not among the exceptions
ip netns exec a nc -v -n -z -w2 10.0.0.2 8005

# probe: an exception of the second rule: nobody listens there
ip netns exec a nc -v -n -z -w2 10.0.0.2 443

# probe: how often
ip netns exec b iptables -nvL INPUT

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

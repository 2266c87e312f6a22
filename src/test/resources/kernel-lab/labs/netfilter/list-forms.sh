# title: How rules are shown
# teaches: The same rules with numbers, with names, with their places, and as commands.

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
ip netns exec b iptables -A INPUT -p tcp --dport 22 -j ACCEPT
ip netns exec b iptables -A INPUT -p udp --sport 53 -j ACCEPT
ip netns exec b iptables -A INPUT -p tcp -m multiport --dports 80,443 -m comment --comment "the web" -j ACCEPT
ip netns exec b iptables -A INPUT -m mark --mark 0x1/0xf -j LOG --log-prefix "marked: "
ip netns exec b iptables -A INPUT -p icmp --icmp-type 8 -m limit --limit 5/min -j ACCEPT
ip netns exec b iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE

# probe: with names
ip netns exec b iptables -L INPUT

# probe: with numbers and places
ip netns exec b iptables -L INPUT -n --line-numbers

# probe: as commands
ip netns exec b iptables -S INPUT

# probe: nat in full
ip netns exec b iptables -t nat -nvxL POSTROUTING

# probe: one rule
ip netns exec b iptables -L INPUT 3 -n

# probe: is it there
ip netns exec b iptables -C INPUT -p tcp --dport 22 -j ACCEPT

# probe: and this
ip netns exec b iptables -C INPUT -p tcp --dport 23 -j ACCEPT

# probe: a chain that is not there
ip netns exec b iptables -A nowhere -j ACCEPT

# probe: a word that means nothing
ip netns exec b iptables -A INPUT --colour red

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

# title: May a firewall drop what comes by lo?
# teaches: Packets of a host to itself pass INPUT with lo as their device. A rule that drops them cuts the
#   host off from itself, while the cable still works. The usual rule set accepts lo first and drops
#   the rest.
# trace: server ping -c1 -W1 127.0.0.1

ip netns add server
ip netns add client
ip netns exec server sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec client sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n server link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns client address 02:00:00:00:00:0b
ip -n server addr add 10.0.0.1/24 broadcast + dev eth0
ip -n client addr add 10.0.0.2/24 broadcast + dev eth0
ip -n server link set lo up
ip -n client link set lo up
ip -n server link set eth0 up
ip -n client link set eth0 up
ip netns exec server nc -n -d -l -k 0.0.0.0 8080 &
sleep 0.2

# probe: open
ip netns exec server ping -c1 -W1 127.0.0.1

# the mistake
ip netns exec server iptables -A INPUT -i lo -j DROP

# probe: dropped in INPUT, on the way up
ip netns exec server ping -c1 -W1 127.0.0.1

# probe: also to the address of the cable, which goes by lo
ip netns exec server ping -c1 -W1 10.0.0.1

# probe: while the cable works
ip netns exec client nc -v -n -z -w2 10.0.0.1 8080

# probe: the rule has counted
ip netns exec server iptables -L INPUT -v -n -x

# the usual way: lo is free, the rest is closed
ip netns exec server iptables -F INPUT
ip netns exec server iptables -A INPUT -i lo -j ACCEPT
ip netns exec server iptables -P INPUT DROP

# probe: the host reaches itself
ip netns exec server ping -c1 -W1 127.0.0.1

# probe: others do not
ip netns exec client nc -v -n -z -w2 10.0.0.1 8080

# cleanup
ip netns pids server | xargs -r kill
ip netns del server
ip netns del client

# title: An answer to a SYN that cannot be sent
# teaches: The SYN-ACK waits for a neighbour that does not answer; the ICMP error about it ends the
#   handshake, and the listener hears nothing of it. The next SYN begins another.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link add eth1 address 02:00:00:00:01:0a type veth peer name eth1 netns b address 02:00:00:00:01:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b addr add 10.0.1.2/24 dev eth1
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a link set eth1 up
ip -n b link set eth1 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth1.retrans_time_ms=100
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0 nud permanent
ip -n b route add 10.0.0.1/32 dev eth1
ip netns exec a sysctl -qw net.ipv4.conf.all.arp_ignore=1
ip netns exec b nc -n -d -l -k 10.0.0.2 80 > /dev/null &
sleep 0.2

# probe: two SYNs, and for each a SYN-ACK that b tells itself it could not send
ip netns exec a nc -n -v -z -w2 10.0.0.2 80

# probe: nothing is left
ip netns exec b ss -tan

# cleanup
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

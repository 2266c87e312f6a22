# title: Two programs that call each other at the same moment
# settle: 0.05
# teaches: Both SYNs cross (RFC 9293 section 3.5): each end answers the other's SYN with its own, now with ACK, and there
#   is one connection, though nobody listened. The first SYN waits for the address of b, which b's own question tells.

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
ip netns exec b sysctl -qw net.ipv4.conf.eth0.arp_ignore=8

ip netns exec a nc -n -v -w2 -p 7000 10.0.0.2 7000 &
sleep 0.1

# probe: b calls a meanwhile
ip netns exec b nc -n -v -z -w2 -p 7000 10.0.0.1 7000

# probe: what is left
ip netns exec a ss -tan

# probe: and there
ip netns exec b ss -tan

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

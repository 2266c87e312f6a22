# title: A program that connects to itself
# teaches: A socket that connects to its own address and port meets itself: both SYNs cross (RFC 9293 section 3.5), the SYN is
#   answered with SYN+ACK, and what the program sends it receives. There is only one socket.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link set lo up

# probe: to itself, and closed again
ip netns exec a nc -n -v -z -w2 -p 7000 127.0.0.1 7000

# probe: what is left
ip netns exec a ss -tan

# probe: what it says it hears
echo hello | ip netns exec a nc -n -w1 -p 7001 127.0.0.1 7001

# probe: the counters
ip netns exec a cat /proc/net/snmp

# cleanup
ip netns del a

# title: Datagrams that nobody reads
# teaches: A UDP socket holds as much as its receive buffer; what comes then is dropped with
#   SOCKET_RCVBUFF and counted, and the sender does not learn of it.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link set lo up
ip netns exec a nc -n -d -u -l 127.0.0.1 5001 > /dev/null &
sleep 0.3

# probe: more than the buffer takes
seq 80000 | ip netns exec a nc -n -u -w1 127.0.0.1 5001

# probe: what was counted
ip netns exec a grep Udp: /proc/net/snmp

# cleanup
ip netns pids a | xargs -r kill
ip netns del a

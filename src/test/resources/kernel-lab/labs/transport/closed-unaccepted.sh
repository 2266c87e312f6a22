# title: Closed before anybody accepted it
# teaches: The kernel answers for a program that is busy: the FIN of a connection in the queue is
#   acknowledged a moment later and waits there, counted as one byte, until it is read.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link set lo up
ip netns exec a nc -n -d -l -k 127.0.0.1 5001 &
sleep 0.3
ip netns exec a nc -n -d 127.0.0.1 5001 &
sleep 0.3

# probe: connect and close
ip netns exec a nc -n -z 127.0.0.1 5001

# probe: one end
ip netns exec a ss -H -tn state fin-wait-2

# probe: the other end
ip netns exec a ss -H -tn state close-wait

# probe: the listener
ip netns exec a ss -H -tln

# probe: the way netstat has it
ip netns exec a netstat -tln

# cleanup
ip netns pids a | xargs -r kill
ip netns del a

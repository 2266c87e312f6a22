# title: Data within one host
# teaches: The first data of a connection are acknowledged at once; when the program answers, the
#   acknowledgement goes along with the answer, and the FIN of either side waits for that of the other.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link set lo up
ip netns exec a nc -n -d -l -k 127.0.0.1 5001 &
echo hello | ip netns exec a nc -n -l -k -N 127.0.0.1 5002 &
sleep 0.3

# probe: data one way
echo one | ip netns exec a nc -n -N -w2 127.0.0.1 5001

# probe: data both ways
echo two | ip netns exec a nc -n -N -w2 127.0.0.1 5002

# probe: more than one write
seq 5000 | ip netns exec a nc -n -N -w2 127.0.0.1 5001

# probe: nobody says anything
ip netns exec a nc -n -d -w1 127.0.0.1 5001

# cleanup
ip netns pids a | xargs -r kill
ip netns del a

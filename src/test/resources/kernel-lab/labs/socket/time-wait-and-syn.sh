# title: A SYN for a connection in TIME-WAIT
# teaches: The server closed first and rests; a client that comes from the same port again is welcome if its SYN is
#   clearly newer, and then the listener takes over.

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
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0 nud permanent
ip -n b neigh add 10.0.0.1 lladdr 02:00:00:00:00:0a dev eth0 nud permanent
echo hello | ip netns exec b nc -n -N -l -k 10.0.0.2 80 > /dev/null &
sleep 0.2

# probe: the server says hello and closes
ip netns exec a nc -n -d -w2 -p 4000 10.0.0.2 80

# probe: and rests
ip netns exec b ss -tan

# probe: the same port again
ip netns exec a nc -n -v -z -w2 -p 4000 10.0.0.2 80

# probe: what is left
ip netns exec b ss -tan

# cleanup
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

# title: A queue that is full
# teaches: A listener that takes nobody holds one connection more than its backlog; the SYN of the
#   next is dropped, and repeated in vain.

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
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up
ip netns exec b nc -n -d -l -k 10.0.0.2 80 > /dev/null &
ip netns exec a nc -n -d 10.0.0.2 80 > /dev/null &
ip netns exec a nc -n -d 10.0.0.2 80 > /dev/null &
ip netns exec a nc -n -d 10.0.0.2 80 > /dev/null &

# probe: one is served, two wait
ip netns exec b ss -tn

# probe: the queue
ip netns exec b ss -ltn

# probe: no room
ip netns exec a nc -n -v -z -w2 10.0.0.2 80

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

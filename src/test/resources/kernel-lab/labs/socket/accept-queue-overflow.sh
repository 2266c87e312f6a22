# title: The last ACK finds the queue full
# settle: 0.1
# teaches: Handshakes that begin while there is room may end when there is none. The last ACK is dropped then
#   (TCP_LISTEN_OVERFLOW) and the client believes to be connected.

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
ip -n b neigh replace 10.0.0.1 lladdr 02:00:00:00:00:0a dev eth0 nud permanent
ip netns exec b nc -n -d -l -k 10.0.0.2 80 > /dev/null &
sleep 0.2

# one is served, one waits
ip netns exec a nc -n -d -p 4001 10.0.0.2 80 > /dev/null &
sleep 0.2
ip netns exec a nc -n -d -p 4002 10.0.0.2 80 > /dev/null &
sleep 0.2

# probe: one in the queue, which holds two
ip netns exec b ss -ltn

# b forgets its neighbour, which does not answer ARP any more: two handshakes hang
ip netns exec a sysctl -qw net.ipv4.conf.eth0.arp_ignore=8
ip -n b neigh del 10.0.0.1 dev eth0
ip netns exec a nc -n -d -p 4003 10.0.0.2 80 > /dev/null &
ip netns exec a nc -n -d -p 4004 10.0.0.2 80 > /dev/null &
sleep 0.1

# probe: both go on, and there is room for one
ip -n b neigh replace 10.0.0.1 lladdr 02:00:00:00:00:0a dev eth0 nud permanent

# probe: the client believes in it
ip netns exec a ss -tn sport = :4004

# probe: the server does not know the last
ip netns exec b ss -tn dport = :4004

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

# title: SYN cookies
# teaches: While more handshakes hang than may wait, a listener keeps nothing of the next SYN. What it needs later
#   is in the sequence number of the SYN-ACK, and the ACK brings it back; only a full queue refuses it.
# settle: 0.1

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a addr add 10.0.0.7/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0 nud permanent
ip -n b neigh add 10.0.0.1 lladdr 02:00:00:00:00:0a dev eth0 nud permanent
ip netns exec a sysctl -qw net.ipv4.conf.eth0.arp_ignore=8
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.retrans_time_ms=10000
ip netns exec b nc -n -d -l -k 10.0.0.2 80 > /dev/null &
sleep 0.2

# probe: nobody yet
ip netns exec b ss -ltn

# two SYNs from an address that does not answer ARP: their SYN-ACKs wait
ip netns exec a nc -n -d -s 10.0.0.7 -p 4001 10.0.0.2 80 > /dev/null &
ip netns exec a nc -n -d -s 10.0.0.7 -p 4002 10.0.0.2 80 > /dev/null &

# probe: a third is answered with a cookie, and served
ip netns exec a nc -n -v -z -w2 10.0.0.2 80

# probe: two hang
ip netns exec b ss -tn state syn-recv

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

# title: tcpdump on lo
# teaches: What a packet socket sees of a ping to oneself: each packet once, as received, though the kernel offers it twice.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link set lo up
ip netns exec a tcpdump -i lo -l -t -n icmp &
ip netns exec a tcpdump -i lo -l -t -v &
ip netns exec a tcpdump -i any -l -t -n &
ip netns exec a timeout 2 tcpdump -i lo -l -t -n -e &
sleep 0.5

# probe: one ping to oneself
ip netns exec a ping -c1 -W1 127.0.0.1

# probe: to a port where nobody listens
ip netns exec a sh -c 'echo hello | nc -u -w1 127.0.0.1 9'

# probe: a connection that is refused
ip netns exec a nc -z -w2 127.0.0.1 81

# probe: the end
ip netns exec a timeout 1 tcpdump -c1 -i lo -t tcp

# title: A route of type multicast
# teaches: What a route calls multicast is treated as such, whatever the address is: the kernel's
#   own answers and datagrams get the TTL of multicasts, 1, and TCP does not care.

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
ip -n b route add multicast 10.0.0.0/31 dev eth0

# probe: it is multicast
ip -n b route get 10.0.0.1

# probe: and that is the entry
ip -n b route get fibmatch 10.0.0.1

# probe: the answer has a TTL of 1
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: so has a request
ip netns exec b ping -n -c1 -W1 10.0.0.1

# probe: the TTL asked for
ip netns exec b ping -n -c1 -W1 -t7 10.0.0.1

# probe: a SYN has the usual one
ip netns exec b nc -n -v -z -w2 10.0.0.1 80

# probe: a port that is closed
echo x | ip netns exec a nc -n -u -w1 10.0.0.2 5000

# probe: a datagram
echo x | ip netns exec b nc -n -u -w1 10.0.0.1 5000

# cleanup
ip netns del a
ip netns del b

# title: Broadcasts and who may send them
# teaches: A broadcast needs a socket that allows it, TCP never has one; the limited broadcast needs
#   a route as any destination.

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
ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0

# probe: not without -b
ip netns exec a ping -n -c1 -W1 10.0.0.255

# probe: with -b
ip netns exec a ping -n -b -c1 -W1 10.0.0.255

# probe: UDP is refused
ip netns exec a nc -n -u -v -z -w1 10.0.0.255 5000

# probe: TCP as well, with another error
ip netns exec a nc -n -v -z -w1 10.0.0.255 80

# probe: the limited broadcast has no route
ip netns exec a ping -n -b -c1 -W1 255.255.255.255

ip -n a route add default via 10.0.0.2

# probe: with any route it leaves there, without the gateway
ip netns exec a ping -n -b -c1 -W1 255.255.255.255

# probe: the decision
ip -n a route get 255.255.255.255

# probe: the lowest address is no broadcast
ip netns exec a ping -n -c1 -W4 10.0.0.0

ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=1

# probe: by default nobody answers
ip netns exec a ping -n -b -c1 -W1 10.0.0.255

# cleanup
ip netns del a
ip netns del b

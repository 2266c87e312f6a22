# title: A host whose lo was never brought up
# teaches: Without lo there is no table at all: 127.0.0.1 has no route, and the own address of an
#   interface is lost on the way.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up

# probe: no 127 anywhere
ip -n a route show table all

# probe: loopback
ip netns exec a ping -n -c1 -W1 127.0.0.1

# probe: TCP to loopback
ip netns exec a nc -n -v -z -w1 127.0.0.1 80

# probe: a neighbour is reached
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: the own address is not
ip netns exec a ping -n -c1 -W1 10.0.0.1

# probe: though it has a route
ip -n a route get 10.0.0.1

# probe: and an error about the own packets is lost, too
ip netns exec a ping -n -c1 -W4 10.0.0.77

# cleanup
ip netns del a
ip netns del b

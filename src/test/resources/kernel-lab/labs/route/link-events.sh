# title: Routes and the state of their link
# teaches: Down takes all but the local routes, up brings those of the addresses back and no others;
#   a lost carrier only marks them.

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
ip -n a route add default via 10.0.0.2

# probe: before
ip -n a route show table all

ip -n a link set eth0 down

# probe: down: only what is local
ip -n a route show table all

# probe: the own address is still reached
ip netns exec a ping -n -c1 -W1 10.0.0.1

# probe: nothing else
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip -n a link set eth0 up

# probe: up: without the default
ip -n a route show table all

ip -n a route add default via 10.0.0.2
ip -n b link set eth0 down
sleep 1.5

# probe: no carrier: marked
ip -n a route show

# probe: still chosen
ip -n a route get 8.8.8.8

ip netns exec a sysctl -qw net.ipv4.conf.all.ignore_routes_with_linkdown=1

# probe: dead for those who ignore such
ip -n a route show

# probe: not chosen
ip -n a route get 8.8.8.8

# probe: nor for TCP
ip netns exec a nc -n -v -z -w1 10.0.0.2 80

# probe: the own address is not concerned
ip netns exec a ping -n -c1 -W1 10.0.0.1

ip -n b link set eth0 up
sleep 1.5

# probe: as before
ip -n a route show

# probe: reached
ip netns exec a ping -n -c1 -W1 10.0.0.2

# cleanup
ip netns del a
ip netns del b

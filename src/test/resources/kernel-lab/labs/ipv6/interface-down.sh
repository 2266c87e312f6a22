# title: Addresses and the state of an interface
# teaches: When the interface goes down its addresses go with their routes, unless
#   keep_addr_on_down says otherwise; only the link-local one comes back by itself.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n b addr add 2001:db8:1::2/64 dev eth0 nodad
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up

# until the link-local addresses are found to be unique
sleep 3

# probe: before
ip -n a -6 addr show dev eth0

ip -n a link set eth0 down

# probe: down
ip -n a -6 addr show dev eth0

# probe: no route
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::2

ip -n a link set eth0 up
sleep 3

# probe: up again
ip -n a -6 addr show dev eth0

# probe: the routes
ip -n a -6 route show

ip netns exec b sysctl -qw net.ipv6.conf.eth0.disable_ipv6=1

# probe: no IPv6 on an interface
ip -n b -6 addr show dev eth0

# probe: nobody is there
ip netns exec a ping -6 -n -c1 -W1 ff02::1%eth0

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

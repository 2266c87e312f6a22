# title: What an anycast address does not do
# teaches: An anycast address answers echo requests from another address and traceroute from itself,
#   but opens no TCP connection, and nobody gets an error who sends from one.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.all.forwarding=1
ip -n a link set lo up
ip -n b link set lo up
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip netns exec a sysctl -qw net.ipv6.neigh.eth0.delay_first_probe_time=60
ip netns exec b sysctl -qw net.ipv6.neigh.eth0.delay_first_probe_time=60 net.ipv6.neigh.eth0.proxy_delay=0
ip -n a -6 addr add 2001:db8::1/64 dev eth0
ip -n b -6 addr add 2001:db8::2/64 dev eth0

# until the groups are told
sleep 3
ip netns exec b nc -6 -n -d -l -k 5001 &
sleep 0.2

# probe: an echo, from another address
ip netns exec a ping -6 -n -c1 -W1 2001:db8::

# probe: an error, from itself
ip netns exec a traceroute -6 -n -q1 -m1 -w1 2001:db8::

# probe: no connection
ip netns exec a nc -6 -n -z -v -w2 2001:db8:: 5001

# probe: nor a reset
ip netns exec a nc -6 -n -z -v -w2 2001:db8:: 5002

ip -n a -6 addr add 2001:db8::/64 dev eth0
sleep 3

# probe: no error to the address of all routers of a subnet
ip netns exec a traceroute -6 -n -q1 -m1 -w1 -s 2001:db8:: 2001:db8::2

# cleanup
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

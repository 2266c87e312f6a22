# title: A bridge that translates sends redirects
# teaches: A bridge whose frames ip6tables sees asks for the route of a frame whose destination it has translated. When the
#   host then forwards the packet, it takes the device of that route for the one it came by, and tells the sender of a
#   better way, which is none.

ip netns add br
ip netns exec br sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0
ip -n br link set lo up
ip -n br link add br0 type bridge mcast_snooping 0
ip -n br link set br0 address 02:00:00:00:00:01
ip -n br addr add 2001:db8:1::9/64 dev br0
ip -n br link set br0 up
ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0
ip -n a link set lo up
ip -n br link add p1 type veth peer name eth0 netns a
ip -n br link set p1 address 02:00:00:00:00:02
ip -n a link set eth0 address 02:00:00:00:00:0a
ip -n br link set p1 master br0 up
ip -n a addr add 2001:db8:1::1/64 dev eth0
ip -n a link set eth0 up
ip netns add b
ip netns exec b sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0
ip -n b link set lo up
ip -n br link add p2 type veth peer name eth0 netns b
ip -n br link set p2 address 02:00:00:00:00:04
ip -n b link set eth0 address 02:00:00:00:00:0b
ip -n br link set p2 master br0 up
ip -n b addr add 2001:db8:1::2/64 dev eth0
ip -n b link set eth0 up
ip netns add c
ip netns exec c sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0
ip -n c link set lo up
ip -n br link add r9 type veth peer name eth0 netns c
ip -n br link set r9 address 02:00:00:00:00:06
ip -n c link set eth0 address 02:00:00:00:00:0c
ip -n br addr add 2001:db8:2::1/64 dev r9
ip -n br link set r9 up
ip -n c addr add 2001:db8:2::2/64 dev eth0
ip -n c link set eth0 up
ip -n c route add default via 2001:db8:2::1
ip netns exec br sysctl -qe net.bridge.bridge-nf-call-ip6tables=1
ip netns exec br sysctl -qw net.ipv6.conf.all.forwarding=1
ip netns exec br ip6tables -t nat -A PREROUTING -p tcp --dport 8080 -j DNAT --to-destination [2001:db8:2::2]:80
ip netns exec c nc -6 -n -d -l -k 2001:db8:2::2 80 &
sleep 3

# probe: to a neighbour on the bridge, which is somebody else in truth
ip netns exec a nc -6 -n -z -v -w2 2001:db8:1::2 8080

# probe: an address of the host itself, which the bridge does not route
ip netns exec a ping -6 -n -c1 -W1 2001:db8:1::9

# cleanup
ip netns pids c | xargs -r kill
ip netns del a
ip netns del b
ip netns del c
ip netns del br

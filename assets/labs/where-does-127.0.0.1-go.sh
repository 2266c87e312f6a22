# title: Where does 127.0.0.1 go?
# teaches: The whole way of a packet to the loopback address: the socket, the route lookup, the
#   device lo, and back up through the receive path, twice: request and reply.
# trace: web-1 ping -c1 127.0.0.1

ip netns add web-1
ip netns exec web-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n web-1 link set lo up

# probe: the table that knows the host's own addresses
ip -n web-1 route show table local

# probe: one echo request and its reply, both over lo
ip netns exec web-1 ping -c1 -W1 127.0.0.1

# cleanup
ip netns del web-1

# title: Where does 127.0.0.1 go?
# teaches: The whole way of a packet to the loopback address: the socket, the route lookup, the
#   device lo, and back up through the receive path, twice: request and reply.
# trace: web-1 ping -c1 127.0.0.1

ip netns add web-1
mkdir -p /etc/netns/web-1
echo '127.0.0.1 localhost' > /etc/netns/web-1/hosts
ip netns exec web-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n web-1 link set lo up

# probe: the table that knows the host's own addresses
ip -n web-1 route show table local

# probe: one echo request and its reply, both over lo
ip netns exec web-1 ping -c1 -W1 127.0.0.1

# probe: the same by its name, with the option last
ip netns exec web-1 ping localhost -c 1

# probe: lo has counted each packet once on either side
ip netns exec web-1 ifconfig lo

# cleanup
ip netns del web-1
rm -r /etc/netns/web-1

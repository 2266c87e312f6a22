# title: Below 68 bytes there is no IPv4
# teaches: An MTU below 68 takes addresses and routes away, and a larger one does not bring them
#   back. lo gets its address again when it comes up.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link set lo up
ip -n a addr add 10.9.0.1/32 dev lo

# probe: before
ip -n a addr show lo

ip -n a link set lo mtu 67

# probe: nothing left
ip -n a addr show lo

# probe: no route either
ip netns exec a ping -n -c1 -W1 127.0.0.1

# probe: an address cannot be added
ip -n a addr add 10.9.0.2/32 dev lo

ip -n a link set lo mtu 1500

# probe: still nothing
ip -n a route show table all

ip -n a link set lo down
ip -n a link set lo up

# probe: 127.0.0.1 is back
ip netns exec a ping -n -c1 -W1 127.0.0.1

# probe: the other one is not
ip -n a addr show lo

# cleanup
ip netns del a

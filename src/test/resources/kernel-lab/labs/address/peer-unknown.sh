# title: Peers of 0.0.0.0, and addresses of devices that are not there
# teaches: A peer of 0.0.0.0 is no peer to show, and there is no route to it. A peer with length 0 takes
#   the length of the address, and two such addresses are of one subnet. A deletion without a length
#   warns before it looks for the device.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
ip -n a link set lo up
ip -n a addr add 10.0.1.1 peer 0.0.0.0/24 dev lo
ip -n a addr add 10.0.1.2 peer 0.0.0.0 dev lo
ip -n a addr add 10.0.1.3 peer 0.0.0.0/0 dev lo

# probe: what is shown of them
ip -n a addr

# probe: in JSON
ip -n a -j addr

# probe: in brief
ip -n a -br addr

# probe: the routes they make
ip -n a route show table all

# probe: deleted without a length from a device that is not there
ip -n a addr del 10.0.1.1 dev eth9

# probe: deleted with a length from a device that is not there
ip -n a addr del 10.0.1.1/24 dev eth9

ip -n a addr del 10.0.1.2 dev lo

# probe: the secondary address went with it
ip -n a addr

# cleanup
ip netns del a

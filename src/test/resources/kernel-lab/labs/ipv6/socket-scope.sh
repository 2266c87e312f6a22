# title: Sockets and link-local addresses
# teaches: Without the interface a link-local address is no destination (EINVAL); bound to it a
#   socket is bound to the interface.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link add eth1 address 02:00:00:00:01:0a type veth peer name eth1 netns b address 02:00:00:00:01:0b
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a link set eth1 up
ip -n b link set eth1 up

# until the link-local addresses are found to be unique
sleep 3
ip netns exec b nc -6 -d -l -k 80 &
ip netns exec b nc -d -l -k fe80::ff:fe00:b%eth0 81 &
ip netns exec b nc -u -d -l -k fe80::ff:fe00:b%eth0 5000 &
sleep 0.3

# probe: TCP without the interface
ip netns exec a nc -z -v -w2 fe80::ff:fe00:b 80

# probe: TCP with it
ip netns exec a nc -z -v -w2 fe80::ff:fe00:b%eth0 80

# probe: to the socket that is bound to the address
ip netns exec a nc -z -v -w2 fe80::ff:fe00:b%eth0 81

# probe: the address of the other interface, where nobody listens on this port
ip netns exec a nc -z -v -w2 fe80::ff:fe00:10b%eth1 81

# probe: UDP without the interface
printf hello | ip netns exec a nc -u -q0 -w1 fe80::ff:fe00:b 5000

# probe: UDP with it
printf hello | ip netns exec a nc -u -q0 -w1 fe80::ff:fe00:b%eth0 5000

# probe: UDP, closed port
ip netns exec a nc -u -z -v -w1 fe80::ff:fe00:b%eth0 5999

# probe: bound to a link-local address without the interface
ip netns exec b nc -d -l fe80::ff:fe00:b 82

# probe: bound to an address of nobody
ip netns exec b nc -d -l 2001:db8::9 82

# probe: how they are shown
ip netns exec b ss -tuln

# cleanup
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

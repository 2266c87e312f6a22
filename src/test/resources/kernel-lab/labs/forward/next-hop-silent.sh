# title: A router whose next hop does not answer
# teaches: After three requests the router tells the sender that the host is unreachable; TCP gives
#   up, UDP is not told.
# timeout: 30

ip netns add a
ip netns add r
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns r address 02:00:00:00:01:0a
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name eth1 netns r address 02:00:00:00:01:0b
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n r addr add 10.0.1.1/24 dev eth0
ip -n r addr add 10.0.2.1/24 dev eth1
ip -n b addr add 10.0.2.2/24 dev eth0
ip -n a link set lo up
ip -n r link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n r link set eth1 up
ip -n b link set eth0 up
ip -n a route add default via 10.0.1.1
ip -n b route add default via 10.0.2.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1

# probe: ping
ip netns exec a ping -n -c1 -W4 10.0.2.77

# probe: TCP
ip netns exec a nc -n -v -z -w5 10.0.2.78 80

# probe: UDP
ip netns exec a nc -n -u -v -z -w1 10.0.2.79 5000

ip -n b link set eth0 down
sleep 1.5

# probe: no carrier on the way out: the request is dropped in the device
ip netns exec a ping -n -c1 -W4 10.0.2.2

# probe: the router's counters
ip -n r -s link show eth1

# cleanup
ip netns del a
ip netns del r
ip netns del b

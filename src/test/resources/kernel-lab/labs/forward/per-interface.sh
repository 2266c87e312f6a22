# title: Forwarding, interface by interface
# teaches: What counts is the forwarding of the interface a packet comes in by; ip_forward sets all
#   of them.

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

# probe: not forwarded
ip netns exec a ping -n -c1 -W1 10.0.2.2

ip netns exec r sysctl -qw net.ipv4.conf.eth0.forwarding=1

# probe: the way there is open, the way back is not
ip netns exec a ping -n -c1 -W1 10.0.2.2

# probe: ip_forward is still 0
ip netns exec r sysctl net.ipv4.ip_forward net.ipv4.conf.all.forwarding net.ipv4.conf.eth1.forwarding

ip netns exec r sysctl -qw net.ipv4.conf.eth1.forwarding=1

# probe: both
ip netns exec a ping -n -c1 -W1 10.0.2.2

ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip netns exec r sysctl -qw net.ipv4.ip_forward=0

# probe: a change of ip_forward writes them all
ip netns exec r sysctl net.ipv4.conf.default.forwarding net.ipv4.conf.eth0.forwarding net.ipv4.conf.eth1.forwarding

# probe: not forwarded
ip netns exec b ping -n -c1 -W1 10.0.1.2

# probe: the router is asked
ip -n r route get 10.0.2.2 from 10.0.1.2 iif eth0

# cleanup
ip netns del a
ip netns del r
ip netns del b

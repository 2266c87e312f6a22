# title: Destinations a router cannot forward to
# teaches: A route of another type than unicast makes a transit packet a martian; rules that refuse
#   end it as routes do.

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
ip netns exec r sysctl -qw net.ipv4.icmp_ratelimit=0
ip -n r route add multicast 10.7.0.0/16 dev eth1

# probe: a multicast route
ip netns exec a ping -n -c1 -W1 10.7.0.1

# probe: asked
ip -n r route get 10.7.0.1 from 10.0.1.2 iif eth0

ip -n r route add broadcast 10.8.0.0/16 dev eth1

# probe: a broadcast route is taken as for itself
ip netns exec a ping -n -c1 -W1 10.8.0.1

ip -n r route add local 10.9.0.0/16 dev lo

# probe: a local one answers
ip netns exec a ping -n -c1 -W1 10.9.1.2

ip -n r rule add to 10.0.2.3 unreachable pref 100
ip -n r rule add to 10.0.2.4 prohibit pref 101
ip -n r rule add to 10.0.2.5 blackhole pref 102

# probe: a rule: unreachable
ip netns exec a ping -n -c1 -W1 10.0.2.3

# probe: prohibit
ip netns exec a ping -n -c1 -W1 10.0.2.4

# probe: blackhole
ip netns exec a ping -n -c1 -W1 10.0.2.5

ip -n r rule add to 10.0.2.2 lookup 77 pref 103
ip -n r route add throw 10.0.2.2/32 table 77

# probe: throw goes on to the next rule
ip netns exec a ping -n -c1 -W1 10.0.2.2

# probe: TCP to the prohibited
ip netns exec a nc -n -v -z -w2 10.0.2.4 80

# probe: UDP to it, connected
ip netns exec a nc -n -u -v -z -w1 10.0.2.4 80

# cleanup
ip netns del a
ip netns del r
ip netns del b

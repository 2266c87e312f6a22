# title: Martians: loopback addresses on a wire
# teaches: A packet from outside with a loopback address as its source or destination is dropped,
#   unless route_localnet is set on the interface or everywhere; the own 127.0.0.1 as a source never
#   passes.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a route add default via 10.0.0.2
ip -n b link set lo up

# probe: to 127.0.0.9, forced out of eth0
ip netns exec a ping -n -c1 -W1 -I eth0 127.0.0.9

ip netns exec b sysctl -qw net.ipv4.conf.all.log_martians=1

# probe: log_martians changes nothing but the log
ip netns exec a ping -n -c1 -W1 -I eth0 127.0.0.9

ip netns exec a sysctl -qw net.ipv4.conf.eth0.route_localnet=1

# probe: from 127.0.0.1, now that a lets it out
ip netns exec a ping -n -c1 -W1 -I 127.0.0.1 10.0.0.2

ip netns exec b sysctl -qw net.ipv4.conf.all.route_localnet=1

# probe: b's own 127.0.0.1 as source stays a martian
ip netns exec a ping -n -c1 -W1 -I 127.0.0.1 10.0.0.2

# probe: to 127.0.0.9 is let in now
ip netns exec a ping -n -c1 -W1 -I eth0 127.0.0.9

# probe: what b says of it
ip -n b route get 127.0.0.9 from 10.0.0.1 iif eth0

# probe: and of its own address as a source
ip -n b route get 10.0.0.2 from 127.0.0.1 iif eth0

# cleanup
ip netns del a
ip netns del b

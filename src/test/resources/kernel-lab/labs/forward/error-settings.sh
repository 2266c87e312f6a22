# title: Errors of a router and settings
# teaches: Which address an error comes from, rules that look at the protocol, and an error that
#   finds no way back.
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
ip -n r route add unreachable 10.9.2.0/24
ip -n r route add prohibit 10.9.3.0/24
ip netns exec r sysctl -qw net.ipv4.icmp_ratelimit=0

# probe: ttl
ip netns exec a ping -n -c1 -W1 -t1 10.0.2.2

ip netns exec r sysctl -qw net.ipv4.icmp_errors_use_inbound_ifaddr=1

# probe: ttl again
ip netns exec a ping -n -c1 -W1 -t1 10.0.2.2

# a rule that needs protocols
ip -n r rule add ipproto icmp prohibit pref 100

# probe: refused by a rule for a protocol
ip netns exec a ping -n -c1 -W1 10.0.2.2
ip -n r rule del pref 100

# rules stay separate now
# probe: ttl with separate tables
ip netns exec a ping -n -c1 -W1 -t1 10.0.2.2

# no way back
ip -n r route add blackhole 10.0.1.2/32

# probe: no error can be sent
ip netns exec a ping -n -c1 -W1 -t1 10.0.2.2

# a source that is not behind this interface
ip -n r route del blackhole 10.0.1.2/32
ip netns exec r sysctl -qw net.ipv4.conf.all.rp_filter=1
ip -n a addr add 10.77.0.1/32 dev lo

# probe: dropped by rp filter
ip netns exec a ping -n -c1 -W1 -I 10.77.0.1 10.0.2.2

ip netns exec a sysctl -qw net.ipv4.conf.all.route_localnet=1

# probe: loopback source
ip netns exec a ping -n -c1 -W1 -I 127.0.0.1 10.0.2.2

# cleanup
ip netns del a
ip netns del r
ip netns del b

# title: Binding to addresses
# teaches: Only own addresses can be bound, by any local route also whole prefixes; ip_nonlocal_bind
#   lifts it, and then the answer does not come back.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up

# probe: a foreign address
ip netns exec a nc -n -v -z -w1 -s 9.9.9.9 10.0.0.2 80

# probe: the old broadcast address
ip netns exec a nc -n -v -z -w1 -s 10.0.0.0 10.0.0.2 80

# probe: a broadcast address can be bound but is no source
ip netns exec a nc -n -v -z -w1 -s 10.0.0.255 10.0.0.2 80

ip -n a route add local 10.5.0.0/16 dev lo
ip -n b route add 10.5.0.0/16 via 10.0.0.1

# probe: any address of a local prefix
ip netns exec a nc -n -v -z -w1 -s 10.5.77.1 10.0.0.2 80

# probe: and it is answered
ip netns exec b ping -n -c1 -W1 10.5.3.4

# probe: ping from it
ip netns exec a ping -n -c1 -W1 -I 10.5.77.1 10.0.0.2

# probe: a loopback source may not leave
ip netns exec a nc -n -v -z -w1 -s 127.0.0.1 10.0.0.2 80

ip netns exec a sysctl -qw net.ipv4.ip_nonlocal_bind=1

# probe: bound, but not a source that may be used
ip netns exec a nc -n -v -z -w1 -s 9.9.9.9 10.0.0.2 80

# probe: a device that is not there
ip netns exec a ping -n -c1 -W1 -I eth7 10.0.0.2

ip -n a link set eth0 down

# probe: a device that is down
ip netns exec a ping -n -c1 -W1 -I eth0 10.0.0.2

# cleanup
ip netns del a
ip netns del b

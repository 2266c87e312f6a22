# title: A datagram for everybody that nobody waits for
# teaches: Nobody is told that a broadcast or multicast found no socket; a sender must ask for the right to broadcast.

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
ip -n a route add 224.0.0.0/4 dev eth0

# probe: a broadcast that may not be sent
ip netns exec a nc -n -u -v -z -w1 10.0.0.255 5000

# probe: a broadcast that may
ip netns exec a nc -n -u -b -v -z -w1 10.0.0.255 5000

# probe: to all hosts
ip netns exec a nc -n -u -v -z -w1 224.0.0.1 5000

# probe: TCP to everybody
ip netns exec a nc -n -v -z -w1 10.0.0.255 5000

# probe: what b counted
ip netns exec b cat /proc/net/snmp

# cleanup
ip netns del a
ip netns del b

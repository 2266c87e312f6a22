# title: What a sender is told at once
# teaches: Errors that no packet is sent for.

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
ip -n a link add eth1 type veth peer name eth2
ip -n a addr add 10.0.3.1/24 dev eth1

# probe: too long for IP
ip netns exec a ping -n -c1 -W1 -s 65508 10.0.0.2

# probe: too long for the cable, and not to be cut
ip netns exec a ping -n -c1 -W1 -M do -s 1473 10.0.0.2

# probe: a device that is not there
ip netns exec a ping -n -c1 -W1 -I eth7 10.0.0.2

# probe: a device that is down
ip netns exec a ping -n -c1 -W1 -I eth1 10.0.3.2

# probe: a source that is not ours
ip netns exec a ping -n -c1 -W1 -I 10.9.9.9 10.0.0.2

# probe: the loopback as source
ip netns exec a ping -n -c1 -W1 -I 127.0.0.1 10.0.0.2

# probe: no route
ip netns exec a ping -n -c1 -W1 10.7.7.7

# probe: the same for UDP
ip netns exec a nc -n -u -v -z -w1 10.7.7.7 5000

# probe: and for TCP
ip netns exec a nc -n -v -z -w1 10.7.7.7 80

# probe: UDP from an address that is not ours
ip netns exec a nc -n -u -v -z -w1 -s 10.9.9.9 10.0.0.2 5000

# probe: UDP from the loopback
ip netns exec a nc -n -u -v -z -w1 -s 127.0.0.1 10.0.0.2 5000

# probe: what a counted
ip netns exec a cat /proc/net/snmp

# cleanup
ip netns del a
ip netns del b

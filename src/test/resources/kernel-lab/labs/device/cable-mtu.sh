# title: Ends of a cable that differ
# teaches: A frame longer than the receiver takes is dropped by the cable; nobody is told.

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
ip -n b link set eth0 mtu 1000

# probe: too long for b
ip netns exec a ping -n -c1 -W1 -s 1200 10.0.0.2

# probe: counted there
ip -n b -s link show eth0

# probe: short ones pass
ip netns exec a ping -n -c1 -W1 -s 900 10.0.0.2

# probe: b cuts its own answer for the longer one it can take
ip netns exec a ping -n -c1 -W1 -s 980 10.0.0.2

# probe: fragments of a are too long as well
ip netns exec a ping -n -c1 -W1 -s 3000 10.0.0.2

# cleanup
ip netns del a
ip netns del b

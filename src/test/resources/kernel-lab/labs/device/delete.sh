# title: Deleting interfaces and hosts
# teaches: With one end of a cable goes the other, with a host all it has; lo stays.

ip netns add a
ip netns add b
ip netns add c
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n b link add eth1 address 02:00:00:00:00:1b type veth peer name eth0 netns c address 02:00:00:00:00:0c
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b addr add 10.0.1.2/24 dev eth1
ip -n c addr add 10.0.1.3/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n c link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth1.delay_first_probe_time=60
ip -n b link set eth1 up
ip netns exec c sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n c link set eth0 up

# probe: it works
ip netns exec b ping -n -c1 -W1 10.0.1.3

ip -n c link del eth0

# probe: so is the near one
ip -n b link show eth1

# probe: and its routes
ip -n b route show table all

# probe: no route any more
ip netns exec b ping -n -c1 -W1 10.0.1.3

# probe: lo is not deleted
ip -n b link del lo

# probe: nor one that is not there
ip -n b link del eth7

ip netns del a
sleep 0.5

# probe: with a its cable went
ip -n b -br link show

# probe: a is gone
ip -n a link show

# cleanup
ip netns del a
ip netns del b
ip netns del c

# title: Martians in the kernel's log
# teaches: With log_martians the kernel writes down packets whose source or destination cannot be, ten lines in five
#   seconds. The log is one for all namespaces.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:77:0a type veth peer name eth0 netns b address 02:00:00:00:77:0b
ip -n a addr add 10.77.0.1/24 dev eth0
ip -n b addr add 10.77.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up
ip -n a addr add 10.99.9.9/32 dev lo
ip -n a route add 127.9.9.9/32 via 10.77.0.2
ip netns exec a sysctl -qw net.ipv4.conf.all.route_localnet=1
ip netns exec b sysctl -qw net.ipv4.conf.all.rp_filter=1
ip netns exec a ping -n -c1 -W1 10.77.0.2

# probe: nothing is written unless it is asked for
ip netns exec a ping -n -c1 -W1 -I 10.99.9.9 10.77.0.2

ip netns exec b sysctl -qw net.ipv4.conf.eth0.log_martians=1

sleep 6

# probe: a source that nobody could answer
ip netns exec a ping -n -c1 -W1 -I 10.99.9.9 10.77.0.2

# probe: the log
ip netns exec b dmesg -t | tail -2

# probe: a destination that cannot be outside
ip netns exec a ping -n -c1 -W1 -I 10.77.0.1 127.9.9.9

# probe: the same log in the other namespace
ip netns exec a dmesg -t | tail -1

sleep 6

# probe: fifteen at once
ip netns exec a ping -n -q -c15 -i0.02 -W1 -I 10.99.9.9 10.77.0.2

# probe: ten were written
ip netns exec a dmesg -t | tail -20 | grep -c martian

sleep 6

# probe: how many were not is told with the next
ip netns exec a ping -n -c1 -W1 -I 10.99.9.9 10.77.0.2

# probe: the last three lines
ip netns exec a dmesg -t | tail -3

# cleanup
ip netns del a
ip netns del b

# title: An answer to a connection whose address is no longer ours
# teaches: Without a rule for the local table the own address is an address like any other. A segment
#   of a connection is found its socket before it is routed; what belongs to a socket is not forwarded,
#   but dropped. Without early demultiplexing it is forwarded, back to where it came from.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
ip -n a link set lo up
ip -n b link set lo up
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec a sysctl -qw net.ipv4.ip_forward=1
ip -n a neigh add 10.0.0.1 lladdr 02:00:00:00:00:77 dev eth0
ip -n a rule del pref 0

# probe: the reset that comes back belongs to the connection and is dropped
ip netns exec a nc -n -z -v -w1 10.0.0.2 81

# probe: nothing of it was forwarded
ip netns exec a cat /proc/net/snmp

ip netns exec a sysctl -qw net.ipv4.tcp_early_demux=0

# probe: without early demultiplexing the reset is forwarded, to a neighbour that is not there
ip netns exec a nc -n -z -v -w1 10.0.0.2 82

# cleanup
ip netns del a
ip netns del b

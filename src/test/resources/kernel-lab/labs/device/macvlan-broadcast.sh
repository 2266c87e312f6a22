# title: Broadcasts from the world for macvlan devices
# teaches: A broadcast that comes in from the wire is handed to the macvlan devices later, as queued work;
#   the device below has taken its own copy by then. A group reaches those who listen to it,
#   and none if nobody does.

ip netns add a
ip netns add w
ip netns add c
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec w sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns w address 02:00:00:00:00:0b
ip -n a link add mv1 link eth0 address 02:00:00:00:00:c1 type macvlan mode bridge
ip -n a link set mv1 netns c
ip -n w addr add 10.0.0.2/24 dev eth0
ip -n c addr add 10.0.0.3/24 dev mv1
ip -n a link set lo up
ip -n w link set lo up
ip -n c link set lo up
ip -n a link set eth0 up
ip -n w link set eth0 up
ip -n c link set mv1 up
ip netns exec c sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0

# probe: a group that a child listens to
ip netns exec w ping -n -c1 -W1 -I eth0 224.0.0.1

# probe: a group nobody listens to does not reach it
ip netns exec w ping -n -c1 -W1 -I eth0 239.1.2.3

# probe: what the child has received
ip -n c -s link show mv1

# probe: asked for the address of the child
ip netns exec w ping -n -c1 -W1 10.0.0.3

# probe: a broadcast, which the owner of the wire does not answer
ip netns exec w ping -n -c1 -W1 -b 10.0.0.255

# cleanup
ip netns del a
ip netns del w
ip netns del c

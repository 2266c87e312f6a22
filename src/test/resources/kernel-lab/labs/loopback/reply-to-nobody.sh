# title: An answer to a request from nobody
# teaches: A host without an address pings a group; its own copy comes from 0.0.0.0, and the answer to that
#   goes from 127.0.0.1 to 127.0.0.1.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth1 address 02:00:00:00:00:0b
ip -n a link set lo up
ip -n a link set eth0 up
ip -n a link set eth1 up
ip netns exec a sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0
ip -n a route add 224.0.0.0/4 dev eth0

# probe: the group of all hosts
ip netns exec a ping -n -c1 -W1 224.0.0.1

# probe: by a device
ip netns exec a ping -n -c1 -W1 -I eth0 224.0.0.1

# cleanup
ip netns del a

# title: The ways of traceroute
# teaches: Datagrams to one port or to the next one each time, echo requests; with a type of service,
#   unfragmented, by a device, from a port, one after another.

ip netns add a
ip netns add r
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns r address 02:00:00:00:01:0a
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name eth1 netns r address 02:00:00:00:01:0b
ip -n a addr add 172.20.5.1/24 dev eth0
ip -n r addr add 172.20.5.254/24 dev eth0
ip -n r addr add 172.20.6.254/24 dev eth1
ip -n b addr add 172.20.6.1/24 dev eth0
ip -n a link set lo up
ip -n r link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n r link set eth1 up
ip -n b link set eth0 up
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip netns exec r sysctl -qw net.ipv4.icmp_ratelimit=0
ip netns exec b sysctl -qw net.ipv4.icmp_ratelimit=0
ip -n a route add default via 172.20.5.254
ip -n b route add default via 172.20.6.254
ip netns exec a ping -c1 -W1 172.20.6.1

# probe: one port for all
ip netns exec a traceroute -n -U -q 1 -m 4 172.20.6.1

# probe: the first port for all
ip netns exec a traceroute -n -M udp -p 4321 -q 2 -m 3 172.20.6.1

# probe: echo requests from a sequence number on
ip netns exec a traceroute -nI -p 100 -q 2 -m 3 172.20.6.1

# probe: a type of service
ip netns exec a traceroute -n -t 16 -q 1 -m 3 172.20.6.1

# probe: one after another
ip netns exec a traceroute -n -z 0.2 -q 1 -m 3 172.20.6.1

# probe: by a device
ip netns exec a traceroute -n -i eth0 -q 1 -m 3 172.20.6.1

# probe: by a device that is not there
ip netns exec a traceroute -n -i eth7 172.20.6.1

# probe: from a port, with one probe at a time
ip netns exec a traceroute -n --sport=4000 -q 1 172.20.6.1

# probe: not to be cut
ip netns exec a traceroute -n -F -q 1 -m 3 172.20.6.1 1400

# probe: not to be cut, and too long for the first link
ip netns exec a traceroute -n -F -q 1 -m 3 172.20.6.1 1600

# probe: only hosts on the link
ip netns exec a traceroute -n -r -q 1 172.20.6.1

# probe: no such method
ip netns exec a traceroute -n -M smoke 172.20.6.1

# probe: further than the last hop
ip netns exec a traceroute -n -f 40 172.20.6.1

# cleanup
ip netns del a
ip netns del r
ip netns del b

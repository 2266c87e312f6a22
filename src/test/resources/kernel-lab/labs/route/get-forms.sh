# title: What ip route get can be asked
# teaches: Destinations of every kind, with a source, a device, an input interface, a protocol and
#   ports, a mark; and the entry of the table instead of the answer.

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
ip -n a route add default via 10.0.0.2
ip -n a route add unreachable 10.8.1.0/24
ip -n a route add prohibit 10.8.2.0/24
ip -n a route add blackhole 10.8.3.0/24
ip -n a route add 10.7.0.0/16 via 10.0.0.2 metric 50

# probe: a neighbour
ip -n a route get 10.0.0.9

# probe: by the gateway
ip -n a route get 8.8.8.8

# probe: own address
ip -n a route get 10.0.0.1

# probe: loopback
ip -n a route get 127.1.2.3

# probe: the broadcast of the subnet
ip -n a route get 10.0.0.255

# probe: the limited broadcast
ip -n a route get 255.255.255.255

# probe: a multicast
ip -n a route get 224.0.0.1

# probe: a multicast nobody joined
ip -n a route get 239.9.9.9

# probe: this host
ip -n a route get 0.0.0.0

# probe: with a source
ip -n a route get 8.8.8.8 from 10.0.0.1

# probe: with a source that is not here
ip -n a route get 8.8.8.8 from 9.9.9.9

# probe: with a loopback source
ip -n a route get 8.8.8.8 from 127.0.0.1

# probe: by a device
ip -n a route get 8.8.8.8 oif eth0

# probe: loopback by a device
ip -n a route get 127.0.0.1 oif eth0

# probe: own address by lo
ip -n a route get 10.0.0.1 oif lo

# probe: unreachable
ip -n a route get 10.8.1.1

# probe: prohibit
ip -n a route get 10.8.2.1

# probe: blackhole
ip -n a route get 10.8.3.1

# probe: what comes in for it
ip -n a route get 10.0.0.1 from 10.0.0.2 iif eth0

# probe: what comes in for another
ip -n a route get 10.7.0.1 from 10.0.0.2 iif eth0

# probe: with a mark
ip -n a route get 10.7.0.1 mark 7

# probe: with ports
ip -n a route get 10.7.0.1 ipproto udp sport 1000 dport 53

# probe: the entry of the table
ip -n a route get fibmatch 10.7.3.4

# probe: of loopback
ip -n a route get fibmatch 127.9.9.9

# probe: of the default
ip -n a route get fibmatch 8.8.8.8

# probe: by a device that is not there
ip -n a route get 8.8.8.8 oif eth7

# cleanup
ip netns del a
ip netns del b

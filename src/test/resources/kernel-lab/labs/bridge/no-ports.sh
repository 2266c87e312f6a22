# title: A bridge and its carrier
# teaches: A new bridge is up without a port; once it had one its carrier follows the ports. Its
#   hardware address and MTU follow them as well.
# timeout: 30

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add br0 type bridge mcast_snooping 0
ip netns exec a sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev br0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set br0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up

# probe: up without a port
ip -n a link show br0

# probe: nobody there
ip netns exec a ping -n -c1 -W4 10.0.0.2

ip -n a link set eth0 master br0

# probe: the port's address
ip -n a link show br0

ip -n a link set eth0 up
sleep 0.2

# probe: somebody there
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip -n a link set eth0 mtu 1400

# probe: the MTU follows
ip -n a link show br0

ip -n b link set eth0 down
sleep 1.5

# probe: no carrier
ip -n a link show br0

# probe: its route is marked
ip -n a route show

ip -n a link set eth0 nomaster
sleep 0.2

# probe: without a port again
ip -n a link show br0

# probe: a bridge cannot be a port of a bridge
ip -n a link set br0 master br0

# probe: nor can lo
ip -n a link set lo master br0

# cleanup
ip netns del a
ip netns del b

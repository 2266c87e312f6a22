# title: Bridged frames led elsewhere
# teaches: DNAT in PREROUTING changes the destination of a frame that is only switched. The bridge asks for a route:
#   a neighbour on the same bridge gets the frame under its own hardware address, anything else is for the host.

ip netns add host
ip netns add c1
ip netns add c2
ip netns exec host sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.ip_forward=1
ip netns exec c1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c2 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n host link add br0 address 02:00:00:00:00:d0 type bridge mcast_snooping 0
ip -n host link add veth1 address 02:00:00:00:00:11 type veth peer name eth0 netns c1 address 02:00:00:00:00:c1
ip -n host link add veth2 address 02:00:00:00:00:12 type veth peer name eth0 netns c2 address 02:00:00:00:00:c2
ip -n host link set veth1 master br0
ip -n host link set veth2 master br0
ip -n host addr add 10.0.0.1/24 dev br0
ip -n c1 addr add 10.0.0.10/24 dev eth0
ip -n c2 addr add 10.0.0.11/24 dev eth0
ip -n c1 link set lo up
ip -n c2 link set lo up
ip -n host link set lo up
ip -n host link set br0 up
ip -n host link set veth1 up
ip -n host link set veth2 up
ip -n c1 link set eth0 up
ip -n c2 link set eth0 up
ip netns exec host sysctl -eqw net.bridge.bridge-nf-call-iptables=1
ip -n c1 neigh add 10.0.0.99 lladdr 02:00:00:00:00:99 nud permanent dev eth0
ip -n c1 neigh add 10.0.0.98 lladdr 02:00:00:00:00:98 nud permanent dev eth0
ip -n c1 neigh add 10.0.0.97 lladdr 02:00:00:00:00:97 nud permanent dev eth0
ip -n c2 neigh add 10.0.0.10 lladdr 02:00:00:00:00:c1 nud permanent dev eth0
ip netns exec host iptables -t nat -A PREROUTING -d 10.0.0.99 -j DNAT --to-destination 10.0.0.11
ip netns exec host iptables -t nat -A PREROUTING -d 10.0.0.98 -j DNAT --to-destination 10.0.0.1
ip netns exec host iptables -t nat -A PREROUTING -d 10.0.0.97 -j DNAT --to-destination 10.7.0.7
sleep 0.2

# probe: to a neighbour the host does not know yet
ip netns exec c1 ping -n -c1 -W1 10.0.0.99

# probe: and now it does
ip netns exec c1 ping -n -c1 -W1 10.0.0.99

# probe: to the host itself
ip netns exec c1 ping -n -c1 -W1 10.0.0.98

# probe: to where no route leads
ip netns exec c1 ping -n -c1 -W1 10.0.0.97

# probe: who talked to whom
ip netns exec host iptables -t nat -nvL PREROUTING

# cleanup
ip netns del c1
ip netns del c2
ip netns del host

# title: Fragments on a bridge with connection tracking
# teaches: With bridge-nf-call-iptables=1 and a rule about connections the bridge puts fragments together to see
#   ports, and cuts the packet again as it came before it leaves by the other port.

ip netns add host
ip netns add c1
ip netns add c2
ip netns exec host sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c2 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n host link add br0 address 02:00:00:00:00:d0 type bridge mcast_snooping 0
ip -n host link add veth1 address 02:00:00:00:00:11 type veth peer name eth0 netns c1 address 02:00:00:00:00:c1
ip -n host link add veth2 address 02:00:00:00:00:12 type veth peer name eth0 netns c2 address 02:00:00:00:00:c2
ip -n host link set veth1 master br0
ip -n host link set veth2 master br0
ip -n c1 addr add 172.17.0.2/16 dev eth0
ip -n c2 addr add 172.17.0.3/16 dev eth0
ip -n c1 link set lo up
ip -n c2 link set lo up
ip -n host link set br0 up
ip -n host link set veth1 up
ip -n host link set veth2 up
ip -n c1 link set eth0 up
ip -n c2 link set eth0 up
ip netns exec host sysctl -eqw net.bridge.bridge-nf-call-iptables=1
ip netns exec host iptables -A FORWARD -m conntrack --ctstate NEW -m addrtype --dst-type UNICAST
ip netns exec c1 ping -c1 -W1 172.17.0.3

# probe: a ping in two parts
ip netns exec c1 ping -c1 -W1 -s 2000 172.17.0.3

# probe: the rule saw whole packets
ip netns exec host iptables -nvL FORWARD

# probe: and the bridge counts its work
ip netns exec host head -n2 /proc/net/snmp

# cleanup
ip netns pids c1 | xargs -r kill
ip netns pids c2 | xargs -r kill
ip netns del c1
ip netns del c2
ip netns del host

# title: How does a published port reach its container?
# teaches: DNAT in PREROUTING writes a new destination before the route is decided, so the packet is
#   forwarded to the bridge. From the host itself the rule in OUTPUT does the same. Docker leaves
#   127.0.0.1 to a proxy, since 127.x may not leave by a bridge.
# trace: client nc -v -n -z -w2 192.168.1.10 8080

ip netns add client
ip netns add host
ip netns add c1
ip netns exec client sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec host sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n client link add eth0 address 02:00:00:00:00:0c type veth peer name eth0 netns host address 02:00:00:00:00:0a
ip -n host link add docker0 address 02:00:00:00:00:d0 type bridge mcast_snooping 0
ip netns exec host sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n host link add veth1 address 02:00:00:00:00:11 type veth peer name eth0 netns c1 address 02:00:00:00:00:c1
ip -n host link set veth1 master docker0
ip -n client addr add 192.168.1.50/24 broadcast + dev eth0
ip -n host addr add 192.168.1.10/24 broadcast + dev eth0
ip -n host addr add 172.17.0.1/16 broadcast + dev docker0
ip -n c1 addr add 172.17.0.2/16 broadcast + dev eth0
ip -n client link set lo up
ip -n host link set lo up
ip -n c1 link set lo up
ip -n client link set eth0 up
ip -n host link set eth0 up
ip -n host link set docker0 up
ip -n host link set veth1 up
ip -n c1 link set eth0 up
ip -n c1 route add default via 172.17.0.1
ip netns exec host sysctl -qw net.ipv4.ip_forward=1
ip netns exec host iptables -t nat -A PREROUTING -m addrtype --dst-type LOCAL -p tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
ip netns exec host iptables -t nat -A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -p tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
ip netns exec host iptables -t nat -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
ip netns exec c1 nc -n -d -l -k 0.0.0.0 80 &
sleep 0.2

# probe: the rules Docker would write
ip netns exec host iptables -t nat -S

# probe: from outside
ip netns exec client nc -v -n -z -w2 192.168.1.10 8080

# probe: from the host, by its own address
ip netns exec host nc -v -n -z -w2 192.168.1.10 8080

# probe: from the host by 127.0.0.1: nothing is translated, nobody listens
ip netns exec host nc -v -n -z -w2 127.0.0.1 8080

# probe: hairpin: the container by the published port, back to itself through a port that does not turn frames round
ip netns exec c1 nc -v -n -z -w2 192.168.1.10 8080

# the port of the bridge may, and the container takes the host for the client
ip -n host link set veth1 type bridge_slave hairpin on
ip netns exec host iptables -t nat -A POSTROUTING -s 172.17.0.2 -d 172.17.0.2 -p tcp --dport 80 -j MASQUERADE

# probe: now it reaches itself
ip netns exec c1 nc -v -n -z -w2 192.168.1.10 8080

# probe: the container reaches the outside, with the address of the host
ip netns exec c1 ping -c1 -W1 192.168.1.50

# cleanup
ip netns del client
ip netns del host
ip netns pids c1 | xargs -r kill
ip netns del c1

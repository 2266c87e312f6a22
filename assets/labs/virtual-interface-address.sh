# title: Is the address of a virtual interface mine?
# teaches: A bridge, a veth end, a macvlan: the kernel asks only for the address, not for the kind of
#   device. Each address of this namespace has an entry in table local.
# trace: host ping -c1 172.17.0.1

ip netns add host
ip netns add c1
ip netns exec host sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n host link add br0 address 02:00:00:00:00:b0 type bridge mcast_snooping 0
ip netns exec host sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n host link add veth1 address 02:00:00:00:00:11 type veth peer name eth0 netns c1 address 02:00:00:00:00:c1
ip -n host link set veth1 master br0
ip -n host link add v0 address 02:00:00:00:00:a0 type veth peer name v1 address 02:00:00:00:00:a1
ip -n host addr add 172.17.0.1/16 broadcast + dev br0
ip -n host addr add 10.9.0.1/24 broadcast + dev v0
ip -n c1 addr add 172.17.0.2/16 broadcast + dev eth0
ip -n host link set lo up
ip -n c1 link set lo up
ip -n host link set br0 up
ip -n host link set veth1 up
ip -n host link set v0 up
ip -n host link set v1 up
ip -n c1 link set eth0 up

# probe: each address has its entry
ip -n host route show table local

# probe: the address of the bridge goes by lo
ip -n host route get 172.17.0.1

# probe: and answers there
ip netns exec host ping -c1 -W1 172.17.0.1

# probe: so does that of a veth end
ip netns exec host ping -c1 -W1 10.9.0.1

# probe: the address in the container is another host's
ip -n host route get 172.17.0.2

# probe: for the container this bridge is a neighbour
ip netns exec c1 ping -c1 -W1 172.17.0.1

# cleanup
ip netns del host
ip netns del c1

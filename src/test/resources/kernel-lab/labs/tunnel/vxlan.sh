# title: VXLAN between two hosts
# teaches: A VXLAN device wraps frames into UDP datagrams to a remote address; it learns which address a hardware address is
#   behind from what arrives.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip link add eth0 netns a address 02:00:00:00:00:01 type veth peer name eth0 netns b address 02:00:00:00:00:02
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a link add vx0 address 02:00:00:00:0a:01 type vxlan id 42 local 10.0.0.1 remote 10.0.0.2 dstport 4789 dev eth0
ip -n b link add vx0 address 02:00:00:00:0a:02 type vxlan id 42 local 10.0.0.2 remote 10.0.0.1 dstport 4789 dev eth0
ip -n a addr add 192.168.0.1/24 dev vx0
ip -n b addr add 192.168.0.2/24 dev vx0
ip -n a link set vx0 up
ip -n b link set vx0 up
ip -n a neigh replace 10.0.0.2 lladdr 02:00:00:00:00:02 dev eth0 nud permanent
ip -n b neigh replace 10.0.0.1 lladdr 02:00:00:00:00:01 dev eth0 nud permanent
ip -n a link show vx0
ip -n a -d link show vx0
bridge -n a fdb show
bridge -n a fdb show dev vx0

# probe: ARP and ping inside of the tunnel
ip netns exec a ping -c1 -W1 192.168.0.2

# probe: what was learnt
bridge -n a fdb show dev vx0

# probe: again
ip netns exec a ping -c1 -W1 192.168.0.2

# probe: a large packet
ip netns exec a ping -c1 -W1 -s 1422 192.168.0.2

# probe: with don't fragment
ip netns exec a ping -c1 -W1 -M do -s 1422 192.168.0.2

# probe: one byte more
ip netns exec a ping -c1 -W1 -M do -s 1423 192.168.0.2

# probe: a port with nobody inside
ip netns exec a nc -z -w2 192.168.0.2 81

# another number at the other end
ip -n b link del vx0
ip -n b link add vx0 address 02:00:00:00:0a:02 type vxlan id 43 local 10.0.0.2 remote 10.0.0.1 dstport 4789 dev eth0
ip -n b link set vx0 up

# probe: another network number
ip netns exec a ping -c1 -W1 192.168.0.2

ip -n b link del vx0
# probe: nobody at the other end
ip netns exec a ping -c1 -W1 192.168.0.2

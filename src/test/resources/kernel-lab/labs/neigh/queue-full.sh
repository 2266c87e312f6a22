# title: Packets that wait for ARP
# teaches: While an address is not resolved its packets wait, up to unres_qlen_bytes; then the
#   oldest is dropped. The sender is not told.
# timeout: 30

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.unres_qlen_bytes=1600

# probe: four packets wait for one who is not there; two fit
ip netns exec a ping -n -c4 -i0.2 -W4 10.0.0.77

# probe: one big datagram in fragments: only the last ones are left
ip netns exec a ping -n -c1 -W1 -s 4000 10.0.0.2

# probe: once resolved all pass
ip netns exec a ping -n -c1 -W1 -s 4000 10.0.0.2

# cleanup
ip netns del a
ip netns del b

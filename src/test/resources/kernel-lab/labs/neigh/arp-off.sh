# title: An interface without ARP
# teaches: With arp off nobody is asked and nobody is answered; frames go to the interface own
#   address.

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
ip -n a link set eth0 arp off

# probe: the flag
ip -n a link show eth0

# probe: no request; nobody takes the frame
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: the entry
ip -n a neigh show nud all

# probe: a does not answer either
ip netns exec b ping -n -c1 -W4 10.0.0.1

ip -n a link set eth0 arp on

# probe: ARP again
ip netns exec a ping -n -c1 -W1 10.0.0.2

# cleanup
ip netns del a
ip netns del b

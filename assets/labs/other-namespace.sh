# title: Is the other namespace this host?
# teaches: An address in another namespace is another host's: the packet takes the cable, after ARP,
#   and nothing goes through lo.
# trace: left ping -c1 10.42.0.2

ip netns add left
ip netns add right
ip netns exec left sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec right sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n left link add veth0 address 02:00:00:00:00:0a type veth peer name veth1 netns right address 02:00:00:00:00:0b
ip -n left addr add 10.42.0.1/24 dev veth0
ip -n right addr add 10.42.0.2/24 dev veth1
ip -n left link set lo up
ip -n right link set lo up
ip -n left link set veth0 up
ip -n right link set veth1 up

# probe: the decision names the cable
ip -n left route get 10.42.0.2

# probe: ARP first, then the echo request
ip netns exec left ping -c1 -W1 10.42.0.2

# probe: lo of the sender has counted nothing
ip -n left -s link show dev lo

# cleanup
ip netns del left
ip netns del right

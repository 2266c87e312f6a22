# title: A bridge whose frames netfilter may see, as the module leaves it
# teaches: Where br_netfilter is loaded, bridged IPv4 and ARP frames pass the hooks of the host by default, also if there is no
#   rule at all: the bridge forwards them to itself. With the settings at 0 they do not.

ip netns add a
ip netns add b
ip netns add f
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec f sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n f link add br0 address 02:00:00:00:00:0f type bridge mcast_snooping 0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name p1 netns f address 02:00:00:00:01:01
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name p2 netns f address 02:00:00:00:01:02
ip -n f link set p1 master br0
ip -n f link set p2 master br0
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n f addr add 10.0.0.254/24 dev br0
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n f link set lo up
ip -n f link set p1 up
ip -n f link set p2 up
ip -n f link set br0 up

# probe: the settings of a namespace
ip netns exec f sysctl net.bridge.bridge-nf-call-iptables net.bridge.bridge-nf-call-arptables

# probe: bridged, with the question for the address
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: to the bridge's own address
ip netns exec a ping -n -c1 -W1 10.0.0.254

# probe: from the bridge
ip netns exec f ping -n -c1 -W1 10.0.0.2

# probe: what nobody answers is flooded
ip netns exec a ping -n -c1 -W4 10.0.0.77

# the same without
ip netns exec f sysctl -qw net.bridge.bridge-nf-call-arptables=0

# probe: ARP is not shown any more
ip netns exec a ping -n -c1 -W4 10.0.0.78

ip netns exec f sysctl -qw net.bridge.bridge-nf-call-iptables=0

# probe: nor IPv4
ip netns exec a ping -n -c1 -W1 10.0.0.2

# cleanup
ip netns del a
ip netns del b
ip netns del f

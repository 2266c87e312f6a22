# title: A question for an address of the loopback
# teaches: Nobody answers ARP for 127.0.0.0/8 on a cable unless route_localnet allows such addresses there.

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
ip -n a route del local 127.0.0.0/8 dev lo table local
ip -n a route add 127.5.0.2/32 dev eth0
ip netns exec a sysctl -qw net.ipv4.conf.eth0.route_localnet=1

# probe: nobody answers
ip netns exec a ping -n -c1 -W4 -I 10.0.0.1 127.5.0.2

ip netns exec b sysctl -qw net.ipv4.conf.eth0.route_localnet=1

# probe: now it does
ip netns exec a ping -n -c1 -W4 -I 10.0.0.1 127.5.0.2

# cleanup
ip netns del a
ip netns del b

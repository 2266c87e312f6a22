# title: What the kernel asks when a device with addresses moves
# teaches: A device that moves to another namespace leaves its addresses behind, and for each the kernel asks whether it is
#   still local; the message that moves it is one that changes a link, not one that deletes it.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name far0 address 02:00:00:00:00:0b
ip -n a link set lo up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up
ip -n a link set far0 up
sleep 1.2

# probe: it moves
ip -n a link set eth0 netns b

# probe: what is left
ip -n a -4 addr

# probe: what came
ip -n b addr

# cleanup
ip netns del a
ip netns del b

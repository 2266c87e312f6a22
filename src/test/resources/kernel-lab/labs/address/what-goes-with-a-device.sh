# title: What the kernel asks when a device with addresses goes
# teaches: The addresses go with their device, and for each the kernel asks whether it is still local.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name far0 address 02:00:00:00:00:0b
ip -n a link set lo up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a addr add 10.0.0.2/24 dev eth0
ip -n a addr add 10.0.1.1/24 dev far0
ip -n a link set eth0 up
ip -n a link set far0 up
sleep 1.2

# probe: too small a packet for IPv4
ip -n a link set far0 mtu 67

# probe: down
ip -n a link set eth0 down

# probe: the device goes
ip -n a link del eth0

# probe: what is left
ip -n a addr

# cleanup
ip netns del a

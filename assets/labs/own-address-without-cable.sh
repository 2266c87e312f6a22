# title: Does my own address need the cable?
# teaches: The packet to the own address turns round in lo. Neither a missing carrier nor a device that is
#   switched off changes that, as long as lo is up.
# trace: host ping -c1 10.42.0.1

ip netns add host
ip netns add peer
ip netns exec host sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec peer sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n host link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns peer address 02:00:00:00:00:0b
ip -n host addr add 10.42.0.1/24 broadcast + dev eth0
ip -n host link set lo up
ip -n host link set eth0 up

# probe: the other end is down: no carrier
ip -n host link show dev eth0

# probe: the own address answers all the same
ip netns exec host ping -c1 -W1 10.42.0.1

# now the device itself is switched off
ip -n host link set eth0 down

# probe: the entry of the own address stays
ip -n host route show table local

# probe: and it still answers
ip netns exec host ping -c1 -W1 10.42.0.1

# probe: through lo, which counted both ways
ip -n host -s link show dev lo

# cleanup
ip netns del host
ip netns del peer

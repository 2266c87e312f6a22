# title: Does a new namespace reach itself?
# teaches: A new namespace has a lo of its own, and it is down. Until it is up the namespace does not reach
#   127.0.0.1, while the cable works. Two ends of a cable in one namespace are no test of the cable:
#   the packet turns round in lo.
# trace: left ping -c1 127.0.0.1

ip netns add left
ip netns add right
ip netns exec left sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec right sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n left link add veth0 address 02:00:00:00:00:0a type veth peer name veth1 netns right address 02:00:00:00:00:0b
ip -n left addr add 10.42.0.1/24 broadcast + dev veth0
ip -n right addr add 10.42.0.2/24 broadcast + dev veth1
ip -n left link set veth0 up
ip -n right link set veth1 up

# probe: lo is there, and down
ip -n left link show dev lo

# probe: so 127.0.0.1 is not reached
ip netns exec left ping -c1 -W1 127.0.0.1

# probe: the other namespace is reached, over the cable
ip netns exec left ping -c1 -W1 10.42.0.2

# lo is switched on
ip -n left link set lo up

# probe: now the namespace reaches itself
ip netns exec left ping -c1 -W1 127.0.0.1

# probe: lo cannot be moved
ip -n left link set lo netns right

# probe: nor deleted
ip -n left link del lo

# both ends of a cable in one namespace
ip -n left link add c0 address 02:00:00:00:00:c0 type veth peer name c1 address 02:00:00:00:00:c1
ip -n left addr add 10.43.0.1/24 dev c0
ip -n left addr add 10.43.0.2/24 dev c1
ip -n left link set c0 up
ip -n left link set c1 up

# probe: the cable to oneself is not used
ip -n left route get 10.43.0.2 from 10.43.0.1

# probe: lo is
ip netns exec left ping -c1 -W1 -I 10.43.0.1 10.43.0.2

# cleanup
ip netns del left
ip netns del right

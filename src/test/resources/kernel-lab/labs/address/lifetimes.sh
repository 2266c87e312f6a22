# title: Addresses that end
# teaches: An address is valid for some seconds and preferred for fewer; it goes by itself, with those
#   that are second to it and their route; one that is not preferred is used all the same.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 172.20.5.1/24 dev eth0
ip -n b addr add 172.20.5.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a addr add 172.20.7.1/24 dev eth0 valid_lft 9 preferred_lft 6
ip -n a addr add 172.20.7.2/24 dev eth0 valid_lft 600 preferred_lft 300
ip -n a addr add 172.20.8.1/24 dev eth0 preferred_lft 0
ip -n b addr add 172.20.7.9/24 dev eth0

# probe: two that end, one that nobody prefers
ip -n a -4 addr show eth0 | grep inet

# probe: those that end
ip -n a addr show eth0 dynamic | grep inet

# probe: those that do not
ip -n a addr show eth0 permanent | grep inet

# probe: those that are not preferred
ip -n a addr show eth0 deprecated | grep inet

# probe: to its subnet the one not preferred is the source
ip -n a route get 172.20.8.9

# probe: by an address that ends
ip netns exec a ping -n -c1 -W1 172.20.7.9

# probe: valid for no time
ip -n a addr add 172.20.8.2/24 dev eth0 valid_lft 0

# probe: preferred for longer than it is valid
ip -n a addr add 172.20.8.2/24 dev eth0 valid_lft 5 preferred_lft 6

# probe: no time at all
ip -n a addr add 172.20.8.2/24 dev eth0 valid_lft soon
sleep 10

# probe: the first of its subnet is gone, and the second with it
ip -n a -4 addr show eth0 | grep inet

# probe: and their route
ip -n a route

# probe: nobody is reached
ip netns exec a ping -n -c1 -W1 172.20.7.9

# probe: an address may be given an end
ip -n a addr change 172.20.8.1/24 dev eth0 valid_lft 900 preferred_lft 800

# probe: it has one
ip -n a addr show eth0 dynamic | grep inet

# probe: and lose it
ip -n a addr replace 172.20.8.1/24 dev eth0 valid_lft forever preferred_lft forever

# probe: it has none
ip -n a -j -4 addr show eth0 permanent

# cleanup
ip netns del a
ip netns del b

# title: Which addresses are 127.0.0.1?
# teaches: lo has one address and a prefix of eight bits, so table local holds the whole of 127.0.0.0/8:
#   every address in it is this host, 127.0.0.0 too. The highest is a broadcast address.
# trace: web-1 ping -c1 127.1.2.3

ip netns add web-1
ip netns exec web-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n web-1 link set lo up

# probe: one address with a netmask of 255.0.0.0
ip netns exec web-1 ifconfig lo

# probe: so the whole of 127.0.0.0/8 is local
ip -n web-1 route show table local

# probe: any of them is this host
ip netns exec web-1 ping -c1 -W1 127.1.2.3

# probe: the last but one
ip netns exec web-1 ping -c1 -W1 127.255.255.254

# probe: the first, which old kernels took for a broadcast
ip netns exec web-1 ping -c1 -W1 127.0.0.0

# probe: the last is a broadcast address
ip netns exec web-1 ping -c1 -W1 127.255.255.255

# cleanup
ip netns del web-1

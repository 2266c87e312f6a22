# title: What did an old kernel say?
# teaches: Before 4.1 local and main were two tables, asked in turn, and before 5.14 the lowest address of
#   a subnet was a broadcast address, too. Older articles print what such a kernel printed.
# kernel: 3.10
# trace: web-1 ip route get 127.5.5.5

ip netns add web-1
ip netns add gateway
ip netns exec web-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec gateway sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n web-1 link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns gateway address 02:00:00:00:00:0b
ip -n web-1 addr add 10.141.155.131/18 broadcast + dev eth0
ip -n gateway addr add 10.141.128.1/18 broadcast + dev eth0
ip -n web-1 link set lo up
ip -n gateway link set lo up
ip -n web-1 link set eth0 up
ip -n gateway link set eth0 up
ip -n web-1 route add 127.5.5.5/32 via 10.141.128.1

# probe: broadcast 10.141.128.0 and broadcast 127.0.0.0
ip -n web-1 route show table local

# probe: local is asked first, the longer prefix in main is never seen
ip -n web-1 route get 127.5.5.5

# probe: the lowest address of the subnet is a broadcast address
ip -n web-1 route get 10.141.128.0

# cleanup
ip netns del web-1
ip netns del gateway

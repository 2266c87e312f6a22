# title: What do blackhole, unreachable, prohibit and throw say?
# teaches: Four kinds of route lead nowhere. Three end the lookup, each with another error for the sender;
#   throw only ends the search of its table.
# trace: web-1 ping -c1 198.51.100.1

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
ip -n web-1 route add default via 10.141.128.1
ip -n web-1 route add blackhole 198.51.100.0/26
ip -n web-1 route add unreachable 198.51.100.64/26
ip -n web-1 route add prohibit 198.51.100.128/26
ip -n web-1 route add throw 198.51.100.192/26

# probe: main has them all
ip -n web-1 route show

# probe: blackhole: Invalid argument
ip netns exec web-1 ping -c1 -W1 198.51.100.1

# probe: unreachable: No route to host
ip netns exec web-1 ping -c1 -W1 198.51.100.65

# probe: prohibit: Permission denied
ip netns exec web-1 ping -c1 -W1 198.51.100.129

# probe: throw: the next table is asked, and has nothing
ip netns exec web-1 ping -c1 -W1 198.51.100.193

# a rule that leads to a table of one's own
ip -n web-1 route add throw 10.141.0.0/16 table 50
ip -n web-1 route add blackhole default table 50
ip -n web-1 rule add pref 50 lookup 50

# probe: throw in table 50 leaves this prefix to main
ip -n web-1 route get 10.141.128.1

# probe: everything else is gone
ip -n web-1 route get 8.8.8.8

# cleanup
ip netns del web-1
ip netns del gateway

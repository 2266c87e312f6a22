# title: Which table is asked first?
# teaches: On a new host the tables local and main share one trie, and the longest prefix of both
#   wins. The first rule anybody adds separates them for good; from then on local is asked first.
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

# probe: shared: the /32 of main wins over the /8 of local
ip -n web-1 route get 127.5.5.5

# any rule separates the tables, even one that is taken away again
ip -n web-1 rule add pref 30000 from 203.0.113.1 lookup main
ip -n web-1 rule del pref 30000

# probe: separate: local is asked first and has 127.0.0.0/8
ip -n web-1 route get 127.5.5.5

# cleanup
ip netns del web-1
ip netns del gateway

# title: What if the rule of table local goes?
# teaches: Nothing but a rule leads to table local. Without it the kernel looks for 127.0.0.1 in table main,
#   finds the default route there, and sends it to the gateway.
# trace: web-1 ip route get 127.0.0.1

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

# probe: the rule with the highest priority asks table local
ip -n web-1 rule show

# probe: so 127.0.0.1 is this host
ip -n web-1 route get 127.0.0.1

# the branch one sits on
ip -n web-1 rule del pref 0

# probe: only main and default are left
ip -n web-1 rule show

# probe: now 127.0.0.1 would leave by eth0
ip -n web-1 route get 127.0.0.1

# probe: and ping does not get an answer
ip netns exec web-1 ping -c1 -W1 127.0.0.1

# the cure, no reinstallation
ip -n web-1 rule add pref 0 from all lookup local

# probe: it is this host again
ip netns exec web-1 ping -c1 -W1 127.0.0.1

# cleanup
ip netns del web-1
ip netns del gateway

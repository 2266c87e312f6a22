# title: What else is noted of a neighbour
# teaches: Who made an entry, that it is a router, that a program learned it; only a replacement takes the
#   mark of a router away. "use" asks for a neighbour at once, "delay" believes it if it was confirmed a moment ago.

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
ip -n a link add br0 type bridge
ip netns exec a sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0

# probe: a router
ip -n a neigh add 172.20.5.50 lladdr 02:00:00:00:00:50 dev eth0 router

# probe: it is one
ip -n a neigh show 172.20.5.50

# probe: as data
ip -n a -j neigh show 172.20.5.50

# probe: replaced
ip -n a neigh replace 172.20.5.50 lladdr 02:00:00:00:00:50 dev eth0

# probe: it is none
ip -n a neigh show 172.20.5.50

# probe: by a protocol
ip -n a neigh add 172.20.5.51 lladdr 02:00:00:00:00:51 dev eth0 nud reachable protocol static

# probe: of that protocol
ip -n a neigh show protocol static

# probe: as data
ip -n a -j neigh show protocol static

# probe: of none
ip -n a neigh show protocol bird

# probe: learned by a program
ip -n a neigh add 172.20.5.52 lladdr 02:00:00:00:00:52 dev eth0 extern_learn

# probe: it is shown whatever is asked for
ip -n a neigh show nud failed

# probe: no master
ip -n a neigh show 172.20.5.50 nomaster

# probe: the bridge has none
ip -n a neigh show master br0

# probe: no VRF
ip -n a neigh show vrf red

# probe: by the number of the state, and an address
ip -n a neigh show 172.20.5.51 nud 0x02

# probe: asked for at once
ip -n a neigh add 172.20.5.2 dev eth0 use

# probe: and answered
ip -n a neigh show 172.20.5.2

# probe: to be doubted
ip -n a neigh replace 172.20.5.51 dev eth0 nud delay
sleep 1

# probe: it was confirmed a moment ago, and is believed
ip -n a neigh show 172.20.5.51

# probe: an address this host answers for
ip -n a neigh add proxy 172.20.5.60 dev eth0

# probe: is asked for by name
ip -n a neigh get proxy 172.20.5.60 dev eth0

# probe: an entry without a state
ip -n a neigh add 172.20.5.61 dev eth0

# probe: is there
ip -n a neigh get 172.20.5.61 dev eth0

# probe: goes with the others that are not fixed
ip -n a neigh flush 172.20.5.61

# probe: and is gone
ip -n a neigh get 172.20.5.61 dev eth0

# cleanup
ip netns del a
ip netns del b

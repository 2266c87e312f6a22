# title: A bridge puts IPv6 fragments together and cuts the packet again
# teaches: Connection tracking sees whole packets only. A bridge that lets ip6tables see its frames puts their parts
#   together first, and cuts the packet on the way out as it came, though no router may do that.

ip netns add br
ip netns exec br sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0
ip -n br link set lo up
ip -n br link add br0 type bridge mcast_snooping 0
ip -n br link set br0 address 02:00:00:00:00:01
ip -n br addr add 2001:db8:1::9/64 dev br0
ip -n br link set br0 up
ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0
ip -n a link set lo up
ip -n br link add p1 type veth peer name e0 netns a
ip -n br link set p1 address 02:00:00:00:00:02
ip -n a link set e0 address 02:00:00:00:00:03
ip -n br link set p1 master br0 up
ip -n a addr add 2001:db8:1::1/64 dev e0
ip -n a link set e0 up
ip netns add b
ip netns exec b sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0
ip -n b link set lo up
ip -n br link add p2 type veth peer name e0 netns b
ip -n br link set p2 address 02:00:00:00:00:04
ip -n b link set e0 address 02:00:00:00:00:05
ip -n br link set p2 master br0 up
ip -n b addr add 2001:db8:1::2/64 dev e0
ip -n b link set e0 up
ip netns exec br sysctl -qe net.bridge.bridge-nf-call-ip6tables=1
ip netns exec br ip6tables -A FORWARD -m conntrack --ctstate NEW -j ACCEPT
sleep 3

# probe: three parts each way
ip netns exec b ping -6 -n -c1 -W1 -s3000 2001:db8:1::1

# probe: two parts each way, and the reply belongs to the connection
ip netns exec b ping -6 -n -c1 -W1 -s2000 2001:db8:1::1

# probe: each packet counted once
ip netns exec br ip6tables -L FORWARD -v -n -x

# cleanup
ip netns del a
ip netns del b
ip netns del br

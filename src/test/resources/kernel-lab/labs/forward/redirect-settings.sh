# title: Redirects: who sends and who believes
# teaches: send_redirects and shared_media of the router, secure_redirects and shared_media of the
#   host; after nine unheeded ones the router is silent.

ip netns add a
ip netns add b
ip netns add c
ip netns add sw
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec sw sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n sw link add br0 address 02:00:00:00:00:b0 type bridge mcast_snooping 0
ip netns exec sw sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name p1 netns sw address 02:00:00:00:01:01
ip -n b link add eth0 address 02:00:00:00:00:0b type veth peer name p2 netns sw address 02:00:00:00:01:02
ip -n c link add eth0 address 02:00:00:00:00:0c type veth peer name p3 netns sw address 02:00:00:00:01:03
ip -n sw link set p1 master br0
ip -n sw link set p2 master br0
ip -n sw link set p3 master br0
ip -n sw link set br0 up
ip -n sw link set p1 up
ip -n sw link set p2 up
ip -n sw link set p3 up
ip -n a link set lo up
ip -n b link set lo up
ip -n c link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n c link set eth0 up
ip -n a addr add 10.0.0.10/24 dev eth0
ip -n b addr add 10.0.0.1/24 dev eth0
ip -n c addr add 10.0.0.2/24 dev eth0
ip -n c addr add 10.50.0.1/32 dev lo
ip -n c addr add 10.50.0.2/32 dev lo
ip netns exec b sysctl -qw net.ipv4.ip_forward=1
ip -n b route add 10.50.0.0/24 via 10.0.0.2
ip -n a route add default via 10.0.0.1
ip netns exec b sysctl -qw net.ipv4.conf.all.send_redirects=0
ip netns exec b sysctl -qw net.ipv4.conf.eth0.send_redirects=0
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:0c dev eth0 nud permanent

# probe: none is sent
ip netns exec a ping -n -c1 -W1 10.50.0.1

ip netns exec b sysctl -qw net.ipv4.conf.eth0.send_redirects=1
ip netns exec a sysctl -qw net.ipv4.conf.all.shared_media=0
ip netns exec a sysctl -qw net.ipv4.conf.eth0.shared_media=0

# probe: sent, but only default gateways are believed
ip netns exec a ping -n -c1 -W1 10.50.0.1

# probe: not learnt
ip -n a route get 10.50.0.1

ip netns exec a sysctl -qw net.ipv4.conf.all.secure_redirects=0
ip netns exec a sysctl -qw net.ipv4.conf.eth0.secure_redirects=0
sleep 1

# probe: believed from any gateway
ip netns exec a ping -n -c1 -W1 10.50.0.1

# probe: learnt
ip -n a route get 10.50.0.1

# probe: only for this destination
ip -n a route get 10.50.0.2

ip netns exec a sysctl -qw net.ipv4.ip_forward=1
ip netns exec a sysctl -qw net.ipv4.conf.all.accept_redirects=0
sleep 1

# probe: a router needs both settings
ip netns exec a ping -n -c1 -W1 10.50.0.2

# probe: not learnt
ip -n a route get 10.50.0.2

# cleanup
ip netns del a
ip netns del b
ip netns del c
ip netns del sw

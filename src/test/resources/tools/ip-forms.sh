# title: netns
ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip link add eth0 netns a address 02:00:00:00:00:01 type veth peer name eth0 netns b address 02:00:00:00:00:02
ip -n a link set lo up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 1
ip netns exec a ping -c1 -W1 10.0.0.2
ip netns list-id
ip -n a netns list-id
ip -n a -j netns list-id
ip netns identify foo
ip netns help
ip netns set a 5
ip netns set a 5
ip netns set b 5
ip netns set b
ip netns set
ip netns set b x
ip netns set b -5
ip netns set nosuch 1
ip netns set b auto
ip netns list-id
ip -n b netns list-id
ip -n b netns set b 9
ip -n b netns list-id
ip -n
ip -t link show lo
ip -ts link show lo
ip -c=foo link
ip -c=never link show lo
ip -n a link set eth0 txqueuelen -1
ip -n a link show eth0
ip -n a link set eth0 txqueuelen 500
ip -n a link set eth0 txqueuelen foo
ip -n a link add averyveryverylongname type veth peer name x1
ip -n a link add x2 type veth peer name averyveryverylongname
ip -n a link set eth0 name averyveryverylongname
ip -n a link set averyveryverylongname up
ip -n a link set eth0 name .
ip -n a link set eth0 name a:b
ip -n a link add a:b type bridge
ip -n a link add .. type bridge
ip -n a link set eth0 address foo
ip -n a link show master br0
ip -n a link add br0 type bridge
ip -n a link set eth0 master br0
ip -n a link show master br0
ip -n a link show nomaster
ip -n a addr show master br0
ip -n a link set eth0 nomaster
ip -n a neigh add 10.0.0.5 lladdr foo dev eth0
ip -n a neigh add 10.0.0.5 lladdr zoo dev eth0
ip -n a neigh add 10.0.0.5 lladdr 02:00 dev eth0
ip -n a addr show label eth0
ip -n a -s -s link show eth0
ip -n a -d -s link show lo
ip -n a -br addr show dev eth0
ip -n a -br -4 addr
ip -n a -j -p -s link show eth0
ip -n a -j -d link show eth0
ip -n a -o -s link show eth0
ip -n a -p link show lo
ip -n a -p -j route
ip -n a -j -p neigh
ip -n a -j -p rule
ip -n a -o route
ip -n a -d route
ip -n a -N route show table all

# title: Entries by hand and by age
# teaches: Static entries are not moved by frames, learnt ones go after ageing_time; an entry for
#   another port sends frames the wrong way.
# settle: 0.3

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
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n c addr add 10.0.0.3/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n c link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up
ip netns exec c sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n c link set eth0 up

# probe: learn both
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: learnt
bridge -n sw fdb show br br0 dynamic

bridge -n sw fdb replace 02:00:00:00:00:0b dev p3 master static

# probe: frames for b go to c now
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: the entry
bridge -n sw fdb get 02:00:00:00:00:0b br br0

# probe: it is there already
bridge -n sw fdb add 02:00:00:00:00:0b dev p2 master static

bridge -n sw fdb del 02:00:00:00:00:0b dev p3 master

# probe: not there any more
bridge -n sw fdb del 02:00:00:00:00:0b dev p3 master

# probe: flooded, then learnt again
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip -n sw link set br0 type bridge ageing_time 100
sleep 2

# probe: one second old is too old
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: not a port
bridge -n sw fdb add 02:00:00:00:00:99 dev br0 master static

sleep 2

# cleanup
ip netns del a
ip netns del b
ip netns del c
ip netns del sw

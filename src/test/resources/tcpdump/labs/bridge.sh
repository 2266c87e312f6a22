# title: tcpdump on a bridge
# teaches: A port shows what goes through it, the bridge itself only what is for everybody or for its own host, unless it
#   is promiscuous, which a packet socket makes it.

ip netns add a
ip netns add b
ip netns add sw
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec sw sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec sw sysctl -qe net.bridge.bridge-nf-call-iptables=0
ip link add eth0 netns a address 02:00:00:00:00:01 type veth peer name p1 netns sw address 02:00:00:00:01:01
ip link add eth0 netns b address 02:00:00:00:00:02 type veth peer name p2 netns sw address 02:00:00:00:01:02
ip -n sw link add br0 address 02:00:00:00:01:00 type bridge mcast_snooping 0
ip -n sw link set p1 master br0
ip -n sw link set p2 master br0
ip -n sw link set p1 up
ip -n sw link set p2 up
ip -n sw link set br0 up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip netns exec sw tcpdump -i p1 -l -t -n -e &
ip netns exec sw tcpdump -i br0 -p -l -t -n &
sleep 1

# probe: between two hosts through the bridge
ip netns exec a ping -c1 -W1 10.0.0.2

# every frame on the bridge, too
ip netns exec sw tcpdump -i br0 -l -t -n -e &
ip netns exec sw tcpdump -i any -l -t -n -e &
sleep 0.5
ip -n sw -d link show br0 | grep link/ether

# probe: once more
ip netns exec a ping -c1 -W1 10.0.0.2

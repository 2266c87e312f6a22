# title: A proxy entry for all devices
# teaches: ip neigh add proxy without a device answers on every one; it is another entry than one with a device.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 172.20.5.1/24 dev eth0
ip -n b addr add 172.20.5.2/24 dev eth0
ip -n b addr add 198.18.0.1/32 dev lo
ip -n a link set lo up
ip -n b link set lo up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.proxy_delay=0
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip netns exec b sysctl -qw net.ipv4.ip_forward=1
ip -n b link add d0 address 02:00:00:00:00:1b type veth peer name d1 address 02:00:00:00:00:1c
ip -n b link set d0 up
ip -n b link set d1 up
ip -n b route add 172.20.5.77/32 dev d0
ip -n a link set eth0 up
ip -n b link set eth0 up

# probe: nobody answers
ip netns exec a ping -c1 -W1 172.20.5.77

# probe: for all devices
ip -n b neigh add proxy 172.20.5.77

# probe: it is shown without one
ip -n b neigh show proxy

# probe: it is none of eth0
ip -n b neigh del proxy 172.20.5.77 dev eth0

# probe: but answers there
ip netns exec a arping -c1 -w1 -I eth0 172.20.5.77

# probe: and goes
ip -n b neigh del proxy 172.20.5.77

# probe: nothing is left
ip -n b neigh show proxy

# cleanup
ip netns del a
ip netns del b

# title: ifconfig
ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip link add eth0 netns a address 02:00:00:00:00:01 type veth peer name eth0 netns b address 02:00:00:00:00:02
ip -n b link set eth0 up
ip netns exec a ifconfig lo up
ip netns exec a ifconfig eth0 10.0.5.1
ip -n a addr show dev eth0
ip -n a route
ip netns exec a ifconfig eth0 netmask 255.255.255.0
ip -n a addr show dev eth0
ip -n a route
ip netns exec a ifconfig eth0 10.0.6.1 netmask 255.255.255.0
ip -n a addr show dev eth0
ip netns exec a ifconfig eth0 10.0.7.1/24
ip -n a addr show dev eth0
ip netns exec a ifconfig eth0 10.0.7.1/24
ip netns exec a ifconfig eth0:1 10.0.8.1/24
ip -n a addr show dev eth0
ip -n a route
ip netns exec a ifconfig eth0:1
ip netns exec a ifconfig eth0:1 down
ip -n a addr show dev eth0
ip netns exec a ifconfig eth0 broadcast 10.0.7.200
ip -n a addr show dev eth0
ip netns exec a ifconfig eth0 down
ip -n a link show eth0
ip netns exec a ifconfig eth0 up
ip netns exec a ifconfig eth0 mtu 1400
ip netns exec a ifconfig eth0 promisc
ip -n a link show eth0
ip netns exec a ifconfig eth0 -promisc
ip netns exec a ifconfig eth0 -arp
ip netns exec a ifconfig eth0 arp
ip netns exec a ifconfig eth0 txqueuelen 77
ip -n a link show eth0
ip netns exec a ifconfig eth0 mtu 10
ip netns exec a ifconfig nodev up
ip netns exec a ifconfig nodev 10.0.0.1
ip netns exec a ifconfig nodev mtu 1400
ip netns exec a ifconfig eth0 netmask 255.0.255.0
ip netns exec a ifconfig eth0 192.168.7.7
ip -n a addr show dev eth0
ip netns exec a ifconfig eth0 172.16.0.1 netmask 255.240.0.0 broadcast 172.31.255.255 mtu 1300 up
ip -n a addr show dev eth0
ip netns exec a ifconfig eth0
ip netns exec a ls /proc/sys/net/ipv4/conf
ip netns exec a ls /proc/sys/net/ipv4/neigh
ip netns exec a cat /proc/net/ptype
ip netns exec a cat /proc/net/ip_mr_vif
ip netns exec a cat /proc/net/ip_mr_cache
ip netns exec a cat /sys/class/net/eth0/dormant
ip netns exec a ethtool -s eth0 speed 100
ip netns exec a ethtool -G eth0 rx 64
ip netns exec a ethtool -t eth0
ip netns exec a ethtool -m eth0
ip netns exec a ethtool -x eth0
ip netns exec a ethtool -d eth0
ip netns exec a ethtool -e eth0

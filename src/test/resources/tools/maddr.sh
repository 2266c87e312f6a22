# title: maddr
ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth1 address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a link set lo up
ip -n a link set eth0 up
ip -n a maddr add 01:00:5e:01:02:03 dev eth0
ip -n a maddr show dev eth0
ip -n a -j maddr show dev eth0
ip -n a -4 maddr show dev eth0
ip -n a -o maddr show dev eth0
ip -n a maddr add 01:00:5e:01:02:03 dev eth0
ip -n a maddr show dev eth0
ip -n a maddr add 02:00:5e:01:02:03 dev eth0
ip -n a maddr add 01:00:5e:00:00:01 dev eth0
ip -n a maddr show dev eth0
ip netns exec a cat /proc/net/dev_mcast
ip -n a maddr add 239.1.1.1 dev eth0
ip -n a maddr add foo dev eth0
ip -n a maddr add 01:00:5e:01:02 dev eth0
ip -n a maddr add dev eth0
ip -n a maddr del 01:00:5e:01:02:03 dev eth0
ip -n a maddr del 01:00:5e:01:02:03 dev eth0
ip -n a maddr del 01:00:5e:00:00:01 dev eth0
ip -n a maddr del 01:00:5e:00:00:01 dev eth0
ip -n a maddr show dev eth0
ip -n a maddr add 01:00:5e:01:02:03
ip -n a maddr add 01:00:5e:01:02:03 dev nodev
ip -n a maddr add 01:00:5e:01:02:03 02:00:5e:01:02:03 dev eth0
ip -n a maddr add local 01:00:5e:01:02:03 dev eth0
ip maddr help
ip -n a maddr foo
ip -n a maddr add 01:00:5e:01:02:03 dev lo
ip -n a maddr show dev lo
ip -n a maddr show dev nodev
ip -n a maddr show eth0 eth1
ip -n a addr add 239.1.2.3/32 dev eth0 autojoin
ip -n a addr add 239.1.2.3/24 dev eth0 autojoin
ip -n a addr add 239.1.2.4/32 dev eth1 autojoin
ip netns exec a sysctl -w net.ipv4.igmp_max_memberships=2
ip -n a addr add 239.1.2.5/32 dev eth0 autojoin
ip -n a addr add 10.5.5.5/32 dev eth0 autojoin
ip -n a addr show dev eth0
ip -n a maddr
ip netns exec a cat /proc/net/igmp
ip netns exec a cat /proc/net/dev_mcast
ip netns exec a netstat -g

# title: net-tools
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
ip -n a route add default via 10.0.0.2
ip -n a route add 10.9.0.0/16 via 10.0.0.2 metric 100
ip -n a route add unreachable 10.8.0.0/16
ip -n a route add blackhole 10.7.0.0/16
ip netns exec a ping -c1 -W1 10.0.0.2
ip netns exec a ethtool eth0
ip netns exec a ethtool lo
ip netns exec a ethtool nodev
ip netns exec a ethtool -i eth0
ip netns exec a ethtool -i lo
ip netns exec a ethtool -S eth0
ip netns exec a ethtool -S lo
ip netns exec a ethtool -k eth0
ip netns exec a ethtool -k lo
ip netns exec a ethtool
ip netns exec a ethtool -i nodev
ip netns exec a ethtool -a eth0
ip netns exec a ethtool -g eth0
ip netns exec a ethtool -c eth0
ip netns exec a ethtool -l eth0
ip netns exec a ethtool -P eth0
ip netns exec a arp -n
ip netns exec a arp -an
ip netns exec a arp -n 10.0.0.2
ip netns exec a arp -n 10.0.0.99
ip netns exec a arp -s 10.0.0.50 02:00:00:00:00:50
ip netns exec a arp -d 10.0.0.50
ip netns exec a arp -d 10.0.0.51
ip netns exec a arp -n
ip netns exec a arp -s 10.0.0.50
ip netns exec a arp -s 10.0.0.50 foo
ip netns exec a arp -s 10.200.0.50 02:00:00:00:00:50
ip netns exec a arp -n -i eth0
ip netns exec a arp -i eth0 -s 10.0.0.60 02:00:00:00:00:60
ip netns exec a arp -Ds 10.0.0.61 eth0 pub
ip netns exec a arp -i eth0 -d 10.0.0.60
ip netns exec a netstat -rn
ip netns exec a netstat -i
ip netns exec a netstat -ie
ip netns exec a netstat -s
ip netns exec a netstat -tuln
ip netns exec a netstat -tan
ip netns exec a netstat -nr -A inet
ip netns exec a netstat -in
ip netns exec a netstat -su
ip netns exec a netstat -st
ip netns exec a route -n
ip netns exec a route -e
ip netns exec a route -ee
ip netns exec a route add -net 10.66.0.0/16 gw 10.0.0.2
ip netns exec a route add -net 10.67.0.0 netmask 255.255.0.0 gw 10.0.0.2 metric 5
ip netns exec a route add -host 10.68.0.1 dev eth0
ip netns exec a route add default gw 10.0.0.2 metric 7
ip netns exec a route add -net 10.69.0.0/16 reject
ip netns exec a route -n
ip netns exec a route del -net 10.66.0.0/16
ip netns exec a route del -net 10.66.0.0/16
ip netns exec a route add foo
ip netns exec a route del default gw 10.0.0.2 metric 7
ip netns exec a route add -net 10.70.0.1/16 gw 10.0.0.2
ip netns exec a route add -net 10.70.0.0 gw 10.200.0.2
ip netns exec a route -n
ip netns exec a hostname
ip netns exec a whoami
ip netns exec a id -u
ip netns exec a cat /proc/net/route
ip netns exec a cat /proc/net/fib_trie
ip netns exec a cat /proc/net/fib_triestat
ip netns exec a cat /proc/net/arp
ip netns exec a cat /proc/net/tcp
ip netns exec a cat /proc/net/udp
ip netns exec a cat /proc/net/igmp
ip netns exec a cat /proc/net/raw
ip netns exec a cat /proc/net/packet
ip netns exec a cat /proc/net/if_inet6
ip netns exec a cat /proc/net/dev_mcast
ip netns exec a cat /proc/net/unix
ip netns exec a cat /proc/net/rt_cache
ip netns exec a cat /proc/net/icmp
ip netns exec a cat /proc/net/udplite
ip netns exec a cat /proc/net/mcfilter
ip netns exec a cat /proc/net/nosuch
ip netns exec a cat /sys/class/net/eth0/mtu
ip netns exec a cat /sys/class/net/eth0/address
ip netns exec a cat /sys/class/net/eth0/operstate
ip netns exec a cat /sys/class/net/eth0/carrier
ip netns exec a cat /sys/class/net/eth0/ifindex
ip netns exec a cat /sys/class/net/eth0/iflink
ip netns exec a cat /sys/class/net/eth0/flags
ip netns exec a cat /sys/class/net/eth0/type
ip netns exec a cat /sys/class/net/eth0/tx_queue_len
ip netns exec a cat /sys/class/net/eth0/speed
ip netns exec a cat /sys/class/net/eth0/duplex
ip netns exec a ls /sys/class/net

# title: Tools and IPv6
# teaches: What nc, ss, netstat, telnet, curl, traceroute, ip addrlabel and the files below
#   /proc/net say of IPv6.

ip netns add a
ip netns add r
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec r sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns r address 02:00:00:00:01:0a
ip -n a addr add 2001:db8:1::2/64 dev eth0 nodad
ip -n r addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n a link set lo up
ip -n r link set lo up
ip netns exec r sysctl -qw net.ipv6.conf.all.forwarding=1
ip netns exec r sysctl -qw net.ipv6.icmp.ratelimit=0
ip -n a link set eth0 up
ip -n r link set eth0 up
ip -n a route add default via 2001:db8:1::1
ip -n r route add unreachable 2001:db8:a::/48
ip -n r route add prohibit 2001:db8:b::/48
sleep 3
ip netns exec a nc -z -v -w2 2001:db8:a::1 80
ip netns exec a nc -z -v -w2 2001:db8:b::1 80
ip netns exec a nc -z -v -w2 2001:db8:d::1 80
ip netns exec a nc -4 -z -v -w2 2001:db8:1::1 80
ip netns exec a nc -6 -z -v -w2 127.0.0.1 80
ip netns exec a nc -6 -z -v -w2 ::1 80
ip netns exec a nc -z -v -w2 fe80::1 80
ip netns exec a nc -z -v -w2 fe80::1%nothing 80
ip netns exec a telnet 2001:db8:1::1 81
ip netns exec a telnet -6 ::1 81
ip netns exec a curl -sS http://[2001:db8:1::1]:81/
ip netns exec a curl -6 -sS http://[::1]/
ip netns exec a traceroute -4 -n 2001:db8:1::1
ip netns exec a traceroute -6 -n fe80::1
ip netns exec a cat /proc/net/igmp6
ip netns exec a cat /proc/net/mcfilter6
ip netns exec a cat /proc/net/sockstat6
ip netns exec r cat /proc/net/anycast6
ip netns exec a cat /proc/net/tcp6
ip netns exec a cat /proc/net/udp6
ip netns exec a cat /proc/net/raw6
ip netns exec a netstat -g
ip -n a -6 maddr show
ip -n a addrlabel
ip -n a addrlabel add prefix 2001:db8::/32 label 99
ip -n a addrlabel add prefix 2001:db8::/32 label 98
ip -n a addrlabel add prefix 2001:db9::1 label 98 dev lo
ip -n a addrlabel list
ip -n a addrlabel del prefix 2001:db8::/32 label 99
ip -n a addrlabel del prefix 2001:db8::/32
ip -n a addrlabel del prefix 2001:dba::/32 label 4
ip -n a addrlabel add prefix 2001:db8::/32
ip -n a addrlabel add label 3
ip -n a addrlabel add prefix foo label 3
ip -n a addrlabel add prefix ::/0 label 77
ip -n a addrlabel foo
ip -n a addrlabel flush
ip -n a addrlabel list

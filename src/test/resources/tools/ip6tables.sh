# title: ip6tables
ip netns add a
ip -n a link set lo up
ip netns exec a ip6tables -A INPUT -f -j DROP
ip netns exec a ip6tables -4 -A INPUT -j DROP
ip netns exec a iptables -6 -A INPUT -j DROP
ip netns exec a ip6tables -6 -A INPUT -j DROP
ip netns exec a ip6tables -A INPUT -p icmpv6 --icmp-type 8 -j DROP
ip netns exec a ip6tables -A INPUT -p icmp --icmp-type 8 -j DROP
ip netns exec a ip6tables -A INPUT -p icmp -m icmp --icmp-type 8 -j DROP
ip netns exec a iptables -A INPUT -p icmpv6 --icmpv6-type 8 -j DROP
ip netns exec a iptables -A INPUT -m icmp6 --icmpv6-type 8 -j DROP
ip netns exec a ip6tables -A INPUT -m icmp6 --icmpv6-type 128 -j DROP
ip netns exec a ip6tables -A INPUT -p icmpv6 -m icmp6 -j DROP
ip netns exec a ip6tables -A INPUT -m nonsense -j DROP
ip netns exec a iptables -A INPUT -m nonsense -j DROP
ip netns exec a ip6tables -A INPUT -m owner --uid-owner 0 -j DROP
ip netns exec a ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 2001:db8::1:80
ip netns exec a ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 2001:db8::1]:80
ip netns exec a ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination [2001:db8::1:80
ip netns exec a ip6tables -t nat -A PREROUTING -j DNAT --to-destination [2001:db8::1]:80
ip netns exec a ip6tables -t nat -A PREROUTING -j DNAT --to-destination 10.0.0.1
ip netns exec a ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination [2001:db8::1]
ip netns exec a ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination [2001:db8::1-2001:db8::4]:80-90
ip netns exec a ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination :80
ip netns exec a ip6tables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 80
ip netns exec a ip6tables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports 80-90
ip netns exec a ip6tables -t nat -A POSTROUTING -j NETMAP --to 2001:db8::/64
ip netns exec a ip6tables -t nat -A POSTROUTING -j NETMAP --to 2001:db8::1
ip netns exec a ip6tables -t nat -nL
ip netns exec a ip6tables -t nat -S
ip netns exec a ip6tables -A INPUT -j REJECT --reject-with adm-prohibited
ip netns exec a ip6tables -A INPUT -j REJECT --reject-with icmp6-policy-fail
ip netns exec a ip6tables -A INPUT -j REJECT --reject-with icmp6-reject-route
ip netns exec a ip6tables -A INPUT -j REJECT --reject-with tcp-reset
ip netns exec a ip6tables -A INPUT -p tcp -j REJECT --reject-with tcp-reset
ip netns exec a ip6tables -A INPUT -j REJECT --reject-with beyond-scope
ip netns exec a ip6tables -A INPUT -j REJECT --reject-with reject-route
ip netns exec a ip6tables -A INPUT -j REJECT --reject-with no-route
ip netns exec a ip6tables -A INPUT -j REJECT --reject-with port-unreach
ip netns exec a ip6tables -A INPUT -j REJECT --reject-with addr-unreach
ip netns exec a ip6tables -S INPUT
ip netns exec a ip6tables -nL INPUT
ip netns exec a ip6tables -V
ip netns exec a ip6tables-save -V
ip netns exec a ip6tables -t foo -L
ip netns exec a ip6tables -L FOO
ip netns exec a ip6tables -A FOO -j DROP
ip netns exec a ip6tables -A INPUT -j FOO
ip netns exec a ip6tables
ip netns exec a ip6tables -A INPUT -s fe80::1%eth0 -j DROP
ip netns exec a ip6tables -A INPUT -p icmpv6 --icmpv6-type 300 -j DROP
ip netns exec a ip6tables -A INPUT -p icmpv6 --icmpv6-type 1/300 -j DROP
# cleanup
ip netns del a

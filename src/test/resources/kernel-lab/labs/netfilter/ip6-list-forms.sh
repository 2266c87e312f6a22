# title: ip6tables as it prints
# teaches: The forms of -L, -S and ip6tables-save with addresses, types of ICMPv6 and answers of REJECT.

ip netns add a
ip -n a link set lo up
ip netns exec a ip6tables -N SERVICES
ip netns exec a ip6tables -A INPUT -i lo -j ACCEPT
ip netns exec a ip6tables -A INPUT ! -s 2001:db8::/32 -d ::1 -j DROP
ip netns exec a ip6tables -A INPUT -s fe80::/10 -p icmpv6 --icmpv6-type router-advertisement -j ACCEPT
ip netns exec a ip6tables -A INPUT -p icmpv6 --icmpv6-type 1/4 -j ACCEPT
ip netns exec a ip6tables -A INPUT -p ipv6-icmp ! --icmpv6-type ttl-zero-during-transit -j RETURN
ip netns exec a ip6tables -A INPUT -p tcp -m multiport --dports 22,80,443 -m conntrack --ctstate NEW -j SERVICES
ip netns exec a ip6tables -A INPUT -m limit --limit 3/min -j LOG --log-prefix "in6: "
ip netns exec a ip6tables -A INPUT -j REJECT
ip netns exec a ip6tables -A SERVICES -s 2001:db8:1::7 -m comment --comment "known host" -j ACCEPT
ip netns exec a ip6tables -A SERVICES -p tcp -j REJECT --reject-with tcp-reset
ip netns exec a ip6tables -A SERVICES -g INPUT
ip netns exec a ip6tables -A OUTPUT -m addrtype --dst-type LOCAL -j ACCEPT
ip netns exec a ip6tables -A FORWARD -s 2001:db8::1/ffff:ffff::1 -m mark --mark 0x1/0xff -j ACCEPT
ip netns exec a ip6tables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-destination [2001:db8:1::2]:8080
ip netns exec a ip6tables -t nat -A PREROUTING -p tcp --dport 81 -j DNAT --to-destination 2001:db8:1::2-2001:db8:1::9
ip netns exec a ip6tables -t nat -A POSTROUTING -o eth0 -j MASQUERADE

# probe: numbers
ip netns exec a ip6tables -n -L

# probe: all of it
ip netns exec a ip6tables -n -v -x -L INPUT --line-numbers

# probe: as commands
ip netns exec a ip6tables -S

# probe: one chain as commands
ip netns exec a ip6tables -v -S SERVICES

# probe: nat
ip netns exec a ip6tables -t nat -nL PREROUTING

# probe: as saved
ip netns exec a ip6tables-save | grep -v '^#'

# probe: a type nobody knows
ip netns exec a ip6tables -A INPUT -p icmpv6 --icmpv6-type nonsense -j ACCEPT

# probe: an answer of IPv4
ip netns exec a ip6tables -A INPUT -j REJECT --reject-with icmp-port-unreachable

# probe: an address of IPv4
ip netns exec a ip6tables -A INPUT -s 10.0.0.1 -j ACCEPT

# probe: the protocol of IPv4
ip netns exec a ip6tables -A INPUT -p icmp -j ACCEPT

# probe: what the rule does is not there
ip netns exec a ip6tables -D INPUT -s 2001:db8::5 -j ACCEPT

# probe: a mask too long
ip netns exec a ip6tables -A INPUT -s 2001:db8::/129 -j ACCEPT

# cleanup
ip netns del a

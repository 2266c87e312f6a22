# title: Why does ping 127.0.0.1 fail?
# teaches: Five causes that look alike and are told apart by the table, the rule, the counter and a sysctl.
#   None of them is cured by installing the system again.
# trace: web-1 ping -c1 -W1 127.0.0.1

ip netns add web-1
ip netns exec web-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n web-1 link set lo up

# probe: healthy
ip netns exec web-1 ping -c1 -W1 127.0.0.1

# first: lo is down
ip -n web-1 link set lo down

# probe: the entry is still there, and the device drops the packet
ip netns exec web-1 ping -c1 -W1 127.0.0.1

# second: the address was removed
ip -n web-1 link set lo up
ip -n web-1 addr del 127.0.0.1/8 dev lo

# probe: no entry, no route
ip netns exec web-1 ping -c1 -W1 127.0.0.1

# third: nobody asks table local
ip -n web-1 addr add 127.0.0.1/8 dev lo
ip -n web-1 rule del pref 0

# probe: the entry is there, but no rule leads to it
ip netns exec web-1 ping -c1 -W1 127.0.0.1

# fourth: the kernel is told not to answer
ip -n web-1 rule add pref 0 from all lookup local
ip netns exec web-1 sysctl -qw net.ipv4.icmp_echo_ignore_all=1

# probe: the request arrives, no reply is made
ip netns exec web-1 ping -c1 -W1 127.0.0.1

# fifth: a firewall
ip netns exec web-1 sysctl -qw net.ipv4.icmp_echo_ignore_all=0
ip netns exec web-1 iptables -A INPUT -i lo -j DROP

# probe: the request is dropped on its way up
ip netns exec web-1 ping -c1 -W1 127.0.0.1

# probe: and the rule has counted it
ip netns exec web-1 iptables -L INPUT -v -n -x

# cleanup
ip netns del web-1

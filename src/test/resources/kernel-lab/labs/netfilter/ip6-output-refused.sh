# title: IPv6 connections refused where they begin
# teaches: In OUTPUT the call itself fails for datagrams; a connection that is dropped waits, one that is reset fails at once.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link set lo up
ip netns exec a ip6tables -A OUTPUT -p tcp --dport 1000 -j DROP
ip netns exec a ip6tables -A OUTPUT -p udp --dport 1001 -j REJECT
ip netns exec a ip6tables -A OUTPUT -p tcp --dport 1002 -j REJECT --reject-with tcp-reset
ip netns exec a ip6tables -A OUTPUT -p udp --dport 1003 -j REJECT --reject-with icmp6-no-route
ip netns exec a ip6tables -A OUTPUT -m addrtype ! --dst-type LOCAL -j DROP
ip netns exec a ip6tables -A OUTPUT -p udp --dport 53 -j DROP
ip netns exec a nc -6 -n -d -l -k :: 80 &
sleep 0.2

# probe: dropped
ip netns exec a nc -6 -v -n -z -w2 ::1 1000

# probe: a datagram refused
echo x | ip netns exec a nc -6 -n -u -w1 ::1 1001

# probe: refused by a reset
ip netns exec a nc -6 -v -n -z -w2 ::1 1002

# probe: refused for want of a route
echo x | ip netns exec a nc -6 -n -u -w1 ::1 1003

# probe: let through: the address is local
ip netns exec a nc -6 -v -n -z -w2 ::1 80

# probe: a datagram
echo x | ip netns exec a nc -6 -n -u -w1 ::1 53

# probe: how often each rule decided
ip netns exec a ip6tables -nvL OUTPUT

# cleanup
ip netns pids a | xargs -r kill
ip netns del a

# title: One socket for both families
# teaches: A socket bound to :: takes IPv4, too, and sees mapped addresses, unless IPV6_V6ONLY
#   (bindv6only) is set.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip netns exec b sysctl -qw net.ipv6.conf.default.router_solicitations=0
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n b addr add 2001:db8:1::2/64 dev eth0 nodad
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.1.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec b nc -6 -d -l -k 80 &
ip netns exec b nc -6 -u -d -l -k 5000 &
sleep 0.3
ip netns exec b sysctl -qw net.ipv6.bindv6only=1
ip netns exec b nc -6 -d -l -k 81 &
ip netns exec b nc -6 -u -d -l -k 5001 &

# until the link-local addresses are found to be unique
sleep 3

# probe: IPv6
ip netns exec a nc -z -v -w2 2001:db8:1::2 80

# probe: IPv4 to the same socket
ip netns exec a nc -z -v -w2 10.0.1.2 80

# probe: IPv6 to the one that is for IPv6 only
ip netns exec a nc -z -v -w2 2001:db8:1::2 81

# probe: IPv4 to it
ip netns exec a nc -z -v -w2 10.0.1.2 81

# probe: a datagram of IPv4
printf hello | ip netns exec a nc -u -q0 -w1 10.0.1.2 5000

# probe: a datagram of IPv4 to the one that is for IPv6 only
ip netns exec a nc -u -z -v -w1 10.0.1.2 5001

# probe: how they are shown
ip netns exec b ss -uln

# probe: a listener for both families
ip netns exec b ss -tln sport = :80

# probe: one for IPv6 only
ip netns exec b ss -tln sport = :81

# probe: netstat has its own words
ip netns exec b netstat -uln

# cleanup
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

# title: Every table on lo
# teaches: A packet to this host passes OUTPUT and POSTROUTING, then PREROUTING and INPUT, and every table at each of them; nat only on the way out.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec a iptables -t raw -A PREROUTING -p icmp
ip netns exec a iptables -t raw -A OUTPUT -p icmp
ip netns exec a iptables -t mangle -A PREROUTING -p icmp
ip netns exec a iptables -t mangle -A INPUT -p icmp
ip netns exec a iptables -t mangle -A OUTPUT -p icmp
ip netns exec a iptables -t mangle -A POSTROUTING -p icmp
ip netns exec a iptables -t nat -A PREROUTING -p icmp
ip netns exec a iptables -t nat -A INPUT -p icmp
ip netns exec a iptables -t nat -A OUTPUT -p icmp
ip netns exec a iptables -t nat -A POSTROUTING -p icmp
ip netns exec a iptables -A INPUT -p icmp -m conntrack --ctstate NEW
ip netns exec a iptables -A INPUT -p icmp -m conntrack --ctstate ESTABLISHED
ip netns exec a iptables -A OUTPUT -p icmp

# probe: one echo and its reply
ip netns exec a ping -c1 -W1 10.0.0.1

# probe: raw
ip netns exec a iptables -t raw -nvL

# probe: mangle
ip netns exec a iptables -t mangle -nvL

# probe: nat
ip netns exec a iptables -t nat -nvL

# probe: filter
ip netns exec a iptables -nvL

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b

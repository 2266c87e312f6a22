# title: All tables of IPv6 on the way to oneself
# teaches: A ping to ::1 passes OUTPUT and POSTROUTING, then PREROUTING and INPUT, the request as well as the answer.

ip netns add a
ip -n a link set lo up
ip netns exec a ip6tables -t raw -A PREROUTING -i lo
ip netns exec a ip6tables -t raw -A OUTPUT -o lo
ip netns exec a ip6tables -t mangle -A PREROUTING -i lo
ip netns exec a ip6tables -t mangle -A INPUT -i lo
ip netns exec a ip6tables -t mangle -A OUTPUT -o lo
ip netns exec a ip6tables -t mangle -A POSTROUTING -o lo
ip netns exec a ip6tables -t nat -A PREROUTING -i lo
ip netns exec a ip6tables -t nat -A INPUT -i lo
ip netns exec a ip6tables -t nat -A OUTPUT -o lo
ip netns exec a ip6tables -t nat -A POSTROUTING -o lo
ip netns exec a ip6tables -A INPUT -m conntrack --ctstate NEW
ip netns exec a ip6tables -A INPUT -m conntrack --ctstate ESTABLISHED
ip netns exec a ip6tables -A OUTPUT -m conntrack --ctstate NEW
ip netns exec a ip6tables -A OUTPUT -m conntrack --ctstate ESTABLISHED
ip netns exec a ip6tables -t security -A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type echo-reply

# probe: a ping to oneself
ip netns exec a ping -6 -n -c1 -W1 ::1

# probe: every counter
ip netns exec a ip6tables-save -c | grep -v '^#'

# probe: the connection
ip netns exec a conntrack -L -f ipv6

# cleanup
ip netns del a

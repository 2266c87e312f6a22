# title: A rule keeps what was typed
# teaches: Bits behind the length of a prefix stay in a rule and are shown; for what it covers they do not
#   count. A rule for table 0 gets the first number without a table, and bits of ECN are no TOS.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link set lo up
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth1 address 02:00:00:00:00:0b
ip -n a addr add 172.20.5.1/24 dev eth0
ip -n a link set eth0 up
ip -n a link set eth1 up
ip -n a route add 198.18.0.0/15 dev eth0 table 100
ip -n a rule add from 172.20.7.9/16 lookup 100 pref 20
ip -n a rule add to 198.18.3.4/15 lookup 100 pref 21

# probe: host bits stay
ip -n a rule

# probe: and as data
ip -n a -j rule

# probe: they do not count for a lookup
ip -n a route get 198.18.0.1 from 172.20.5.1

# probe: without them it is another rule
ip -n a rule del from 172.20.0.0/16

# probe: with them it is found
ip -n a rule del from 172.20.7.9/16

# probe: no table of that number
ip -n a rule add from 203.0.113.1 lookup 0 pref 30

# probe: it has got one
ip -n a rule

# probe: the two lowest bits are no TOS
ip -n a rule add tos 0x03 lookup 100

# probe: IPv6 keeps them, too
ip -n a -6 rule add from 2001:db8::1/32 lookup 5 pref 9

# probe: so
ip -n a -6 rule

# probe: no table 0 of IPv6
ip -n a -6 rule add lookup 0

# probe: nor ECN
ip -n a -6 rule add tos 3 lookup 5

# cleanup
ip netns del a

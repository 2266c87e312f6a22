# title: Which rules ip rule show shows
# teaches: Every selector may be asked for; prefixes by what they contain, numbers by what they are.
#   A rule for VRFs or for a tunnel takes no flow that has neither.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 172.20.5.1/24 dev eth0
ip -n b addr add 172.20.5.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a route add 198.18.0.0/15 via 172.20.5.2 table 100
ip -n a rule add from 172.20.5.1 lookup 100 pref 10
ip -n a rule add from 172.20.0.0/16 fwmark 5/7 lookup 100 pref 11
ip -n a rule add not to 198.18.0.0/16 sport 1000-2000 lookup 100 pref 12
ip -n a rule add ipproto udp dport 53 lookup 100 pref 13
ip -n a rule add uidrange 5-9 tos 0x10 oif eth7 lookup 100 pref 14
ip -n a rule add l3mdev pref 15
ip -n a rule add tun_id 7 pref 16

# probe: all
ip -n a rule

# probe: as data
ip -n a -j -p rule

# probe: from a prefix
ip -n a rule show from 172.20.0.0/16

# probe: to a prefix
ip -n a rule show to 198.18.0.0/16

# probe: a mark
ip -n a rule show fwmark 5

# probe: a mask
ip -n a rule show fwmark 0/7

# probe: the inverted
ip -n a rule show not

# probe: ports
ip -n a rule show sport 1000-2000

# probe: one of the ports
ip -n a rule show sport 1500

# probe: a protocol
ip -n a rule show ipproto udp

# probe: users
ip -n a rule show uidrange 5-9

# probe: a type of service
ip -n a rule show tos 0x10

# probe: an interface that is not there
ip -n a rule show oif eth7

# probe: of VRFs
ip -n a rule show l3mdev

# probe: of a tunnel
ip -n a rule show tun_id 7

# probe: whoever made it does not count
ip -n a rule show protocol kernel

# probe: nothing of the kind
ip -n a rule show goto 5

# probe: a table together with a VRF
ip -n a rule add l3mdev lookup 100

# probe: a packet of no VRF and no tunnel
ip netns exec a ping -n -c1 -W1 172.20.5.2

# cleanup
ip netns del a
ip netns del b

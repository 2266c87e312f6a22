# title: A datagram that never gets whole
# teaches: The first fragments are lost in a full queue. The receiver waits ipfrag_time and gives
#   up; without the first fragment it tells nobody.

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
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.unres_qlen_bytes=1600
ip netns exec b sysctl -qw net.ipv4.ipfrag_time=1

# probe: the first of three fragments are dropped while ARP runs, the rest waits at b
ip netns exec a ping -n -c1 -W3 -s 4000 10.0.0.2

# probe: a whole one
ip netns exec a ping -n -c1 -W1 -s 4000 10.0.0.2

# probe: and the counters
ip netns exec b grep Ip: /proc/net/snmp

# cleanup
ip netns del a
ip netns del b

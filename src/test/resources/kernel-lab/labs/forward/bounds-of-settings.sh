# title: What a setting takes
# teaches: A setting has bounds or is one of a list; forwarding takes any number, every one but 0 is
#   on, and it is kept as it was written; what follows a number is left out.

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

# probe: on, as 2
ip netns exec a sysctl -w net.ipv4.ip_forward=2

# probe: every interface has it so
ip netns exec a sysctl net.ipv4.conf.all.forwarding net.ipv4.conf.default.forwarding net.ipv4.conf.eth0.forwarding

# probe: and as a program reads it, it is on
ip netns exec a grep -w Forwarding /proc/net/snmp

# probe: two numbers
ip netns exec a sysctl -w net.ipv4.conf.all.rp_filter="2 1"

# probe: the first of them
ip netns exec a sysctl net.ipv4.conf.all.rp_filter

# probe: below what it takes
ip netns exec a sysctl -w net.ipv4.igmp_qrv=0

# probe: above what it takes
ip netns exec a sysctl -w net.ipv4.ip_default_ttl=256

# probe: neither yes nor no
ip netns exec a sysctl -w net.ipv4.icmp_errors_use_inbound_ifaddr=2

# probe: a byte
ip netns exec a sysctl -w net.ipv4.ip_nonlocal_bind=256

# probe: no smaller path MTU than this
ip netns exec a sysctl -w net.ipv4.route.min_pmtu=67

# probe: less memory for fragments than is kept anyway
ip netns exec a sysctl -w net.ipv4.ipfrag_high_thresh=65536

# probe: no such congestion control
ip netns exec a sysctl -w net.ipv4.tcp_congestion_control=turtle

# probe: more seconds than jiffies can count
ip netns exec a sysctl -w net.ipv4.neigh.eth0.gc_stale_time=8589935

# probe: no port
ip netns exec a sysctl -w net.ipv4.ip_local_reserved_ports=80,65536

# probe: no number
ip netns exec a sysctl -w net.ipv4.conf.eth0.arp_ignore=one

# cleanup
ip netns del a
ip netns del b

# title: A host tells which groups it listens to
# teaches: Joining and leaving a group is reported to multicast routers, igmp_qrv times; version 3 tells changes to 224.0.0.22,
#   version 2 tells the group itself and only the last reporter says goodbye.
# background: keep

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.igmp_qrv=1
ip netns exec b sysctl -qw net.ipv4.igmp_qrv=1
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec a sysctl -qw net.ipv4.conf.eth0.igmpv3_unsolicited_report_interval=1
ip netns exec a sysctl -qw net.ipv4.conf.eth0.igmpv2_unsolicited_report_interval=1

# probe: joined
ip -n a addr add 239.1.2.3/32 dev eth0 autojoin

sleep 0.5

# probe: another
ip -n a addr add 239.1.2.4/32 dev eth0 autojoin

sleep 0.5

# probe: left
ip -n a addr del 239.1.2.3/32 dev eth0

sleep 0.5

# probe: a group of the link itself
ip -n a addr add 224.0.0.99/32 dev eth0 autojoin

sleep 0.5

# probe: the table
ip netns exec a cat /proc/net/igmp

ip netns exec a sysctl -qw net.ipv4.conf.eth0.force_igmp_version=2
ip netns exec b sysctl -qw net.ipv4.conf.all.force_igmp_version=2

# probe: version 2: each group by itself
ip -n a addr add 239.1.2.5/32 dev eth0 autojoin

sleep 0.5

# probe: the table says who reported
ip netns exec a cat /proc/net/igmp

# probe: the other host joins the same group
ip -n b addr add 239.1.2.5/32 dev eth0 autojoin

sleep 0.5

# probe: now the other is the reporter
ip netns exec a cat /proc/net/igmp

# probe: so nothing is said here
ip -n a addr del 239.1.2.5/32 dev eth0

# probe: but there
ip -n b addr del 239.1.2.5/32 dev eth0

ip netns exec a sysctl -qw net.ipv4.conf.eth0.force_igmp_version=0

# probe: the interface goes down: nothing is said
ip -n a link set eth0 down

# probe: and up: everything is told again
ip -n a link set eth0 up

sleep 0.5

ip netns exec a sysctl -qw net.ipv4.conf.eth0.force_igmp_version=1

# probe: version 1
ip -n a addr add 239.1.2.6/32 dev eth0 autojoin

sleep 0.5

# probe: which has no goodbye
ip -n a addr del 239.1.2.6/32 dev eth0

ip netns exec a sysctl -qw net.ipv4.conf.eth0.force_igmp_version=0
ip netns exec a sysctl -qw net.ipv4.igmp_qrv=3
ip -n a link set eth0 down
ip -n a link set eth0 up

sleep 0.5

# probe: from the next time the interface is set up, three times
ip netns exec a grep eth0 /proc/net/dev

# cleanup
ip netns del a
ip netns del b

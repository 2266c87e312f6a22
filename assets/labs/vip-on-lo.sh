# title: What is a virtual address doing on lo?
# teaches: In direct return of LVS the service address is on lo of every real server. lo asks and answers no
#   ARP, but eth0 answers for every address of the host, until arp_ignore forbids it. To set it on lo
#   only changes nothing. The answer leaves with the service address as its source and does not pass
#   the director.
# trace: client ping -c1 172.26.90.200

ip netns add client
ip netns add director
ip netns add rs-1
ip netns add rs-2
ip netns add sw
ip netns exec client sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec director sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec rs-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec rs-2 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec sw sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n sw link add br0 address 02:00:00:00:00:b0 type bridge mcast_snooping 0
ip netns exec sw sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n client link add eth0 address 02:00:00:00:00:0c type veth peer name p1 netns sw address 02:00:00:00:01:01
ip -n director link add eth0 address 02:00:00:00:00:0d type veth peer name p2 netns sw address 02:00:00:00:01:02
ip -n rs-1 link add eth0 address 02:00:00:00:00:05 type veth peer name p3 netns sw address 02:00:00:00:01:03
ip -n rs-2 link add eth0 address 02:00:00:00:00:06 type veth peer name p4 netns sw address 02:00:00:00:01:04
ip -n sw link set p1 master br0
ip -n sw link set p2 master br0
ip -n sw link set p3 master br0
ip -n sw link set p4 master br0
ip -n sw link set br0 up
ip -n sw link set p1 up
ip -n sw link set p2 up
ip -n sw link set p3 up
ip -n sw link set p4 up
ip -n client addr add 172.26.80.10/20 broadcast + dev eth0
ip -n director addr add 172.26.80.1/20 broadcast + dev eth0
ip -n rs-1 addr add 172.26.90.158/20 broadcast + dev eth0
ip -n rs-2 addr add 172.26.90.159/20 broadcast + dev eth0
ip -n director addr add 172.26.90.200/32 dev eth0
ip -n rs-1 addr add 172.26.90.200/32 dev lo
ip -n rs-2 addr add 172.26.90.200/32 dev lo
ip -n client link set lo up
ip -n client link set eth0 up
ip -n director link set lo up
ip -n director link set eth0 up
ip -n rs-1 link set lo up
ip -n rs-1 link set eth0 up
ip -n rs-2 link set lo up
ip -n rs-2 link set eth0 up
ip netns exec rs-1 nc -n -d -l -k 172.26.90.200 80 &
sleep 0.2

# probe: three hosts answer for the service address
ip netns exec client arping -c1 -w1 -I eth0 172.26.90.200

# the common mistake: on lo only
ip netns exec rs-1 sysctl -qw net.ipv4.conf.lo.arp_ignore=1
ip netns exec rs-2 sysctl -qw net.ipv4.conf.lo.arp_ignore=1

# probe: nothing has changed
ip netns exec client arping -c1 -w1 -I eth0 172.26.90.200

# what helps
ip netns exec rs-1 sysctl -qw net.ipv4.conf.all.arp_ignore=1
ip netns exec rs-1 sysctl -qw net.ipv4.conf.all.arp_announce=2
ip netns exec rs-2 sysctl -qw net.ipv4.conf.all.arp_ignore=1
ip netns exec rs-2 sysctl -qw net.ipv4.conf.all.arp_announce=2

# probe: only the director answers
ip netns exec client arping -c1 -w1 -I eth0 172.26.90.200

# the director gives packets for it to a real server: only the hardware address changes
ip -n director addr del 172.26.90.200/32 dev eth0
ip netns exec director sysctl -qw net.ipv4.ip_forward=1
ip netns exec director sysctl -qw net.ipv4.conf.all.send_redirects=0
ip netns exec director sysctl -qw net.ipv4.conf.eth0.send_redirects=0
ip -n director route add 172.26.90.200/32 via 172.26.90.158
ip -n client neigh replace 172.26.90.200 lladdr 02:00:00:00:00:0d nud permanent dev eth0

# probe: the request passes the director, the answer does not
ip netns exec client ping -c1 -W1 172.26.90.200

# probe: the service answers from the service address
ip netns exec client nc -v -n -z -w2 172.26.90.200 80

# cleanup
ip netns del client
ip netns del director
ip netns pids rs-1 | xargs -r kill
ip netns del rs-1
ip netns del rs-2
ip netns del sw

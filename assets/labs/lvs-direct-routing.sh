# title: How does a director share a service among servers?
# teaches: LVS with direct routing. The director takes a connection to the service address, chooses a server and
#   writes nothing but another hardware address and a smaller TTL. Every server has the address on lo. Unless they keep
#   silent about it in ARP, clients find them and pass the director by; arp_ignore on lo only is the usual mistake.
# unrecorded: the kernel that recorded the other labs is built without IPVS
# trace: client nc -v -n -z -w2 172.26.90.200 80

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
ip netns exec rs-2 nc -n -d -l -k 172.26.90.200 80 &
sleep 0.2
ip netns exec director ipvsadm -A -t 172.26.90.200:80 -s rr
ip netns exec director ipvsadm -a -t 172.26.90.200:80 -r 172.26.90.158 -g
ip netns exec director ipvsadm -a -t 172.26.90.200:80 -r 172.26.90.159 -g

# probe: accepted, but by whom?
ip netns exec client nc -v -n -z -w2 172.26.90.200 80

# probe: a real server answers ARP for the service address
ip -n client neigh show

# probe: the director has seen no connection
ip netns exec director ipvsadm -Ln

# the common mistake: on lo only
ip netns exec rs-1 sysctl -qw net.ipv4.conf.lo.arp_ignore=1
ip netns exec rs-2 sysctl -qw net.ipv4.conf.lo.arp_ignore=1
ip -n client neigh flush dev eth0

# probe: three hosts answer still
ip netns exec client arping -c1 -w1 -I eth0 172.26.90.200

# what helps
ip netns exec rs-1 sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2
ip netns exec rs-2 sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2
ip -n client neigh flush dev eth0

# probe: the director alone answers
ip netns exec client arping -c1 -w1 -I eth0 172.26.90.200

# probe: the whole journey: client, director, a real server, client
ip netns exec client nc -v -n -z -w2 172.26.90.200 80

# probe: the next connection goes to the other server
ip netns exec client nc -v -n -z -w2 172.26.90.200 80

# probe: one connection each
ip netns exec director ipvsadm -Ln

# probe: what is no service is for the director itself
ip netns exec client ping -c1 -W1 172.26.90.200

# probe: and nobody else listens there
ip netns exec client nc -v -n -z -w2 172.26.90.200 81

# rs-2 is to take no more
ip netns exec director ipvsadm -e -t 172.26.90.200:80 -r 172.26.90.159 -g -w 0

# probe: so it is rs-1
ip netns exec client nc -v -n -z -w2 172.26.90.200 80

# one server forgets its copy of the address
ip -n rs-1 addr del 172.26.90.200/32 dev lo

# probe: what the director sends it is not for it, and is not taken
ip netns exec client nc -v -n -z -w2 172.26.90.200 80

# cleanup
ip netns del client
ip netns del director
ip netns pids rs-1 | xargs -r kill
ip netns pids rs-2 | xargs -r kill
ip netns del rs-1
ip netns del rs-2
ip netns del sw

# title: A director and two real servers
# teaches: The director knows the service address and gives each connection to one of its real servers: only the
#   hardware address changes. The servers hold the address on lo, keep silent about it, and answer the client directly.

ip netns add client
ip netns add director
ip netns add rs1
ip netns add rs2
ip netns add sw
ip netns exec client sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec director sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec rs1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec rs2 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec sw sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n sw link add br0 address 02:00:00:00:00:b0 type bridge mcast_snooping 0
ip netns exec sw sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n client link add eth0 address 02:00:00:00:00:0c type veth peer name p1 netns sw address 02:00:00:00:01:01
ip -n director link add eth0 address 02:00:00:00:00:0d type veth peer name p2 netns sw address 02:00:00:00:01:02
ip -n rs1 link add eth0 address 02:00:00:00:00:05 type veth peer name p3 netns sw address 02:00:00:00:01:03
ip -n rs2 link add eth0 address 02:00:00:00:00:06 type veth peer name p4 netns sw address 02:00:00:00:01:04
ip -n sw link set p1 master br0
ip -n sw link set p2 master br0
ip -n sw link set p3 master br0
ip -n sw link set p4 master br0
ip -n sw link set br0 up
ip -n sw link set p1 up
ip -n sw link set p2 up
ip -n sw link set p3 up
ip -n sw link set p4 up
ip -n client addr add 10.0.0.10/24 dev eth0
ip -n director addr add 10.0.0.1/24 dev eth0
ip -n director addr add 10.0.0.100/32 dev eth0
ip -n rs1 addr add 10.0.0.20/24 dev eth0
ip -n rs1 addr add 10.0.0.100/32 dev lo
ip -n rs2 addr add 10.0.0.21/24 dev eth0
ip -n rs2 addr add 10.0.0.100/32 dev lo
ip -n client link set lo up
ip -n director link set lo up
ip -n rs1 link set lo up
ip -n rs2 link set lo up
ip -n client link set eth0 up
ip -n director link set eth0 up
ip -n rs1 link set eth0 up
ip -n rs2 link set eth0 up
ip netns exec rs1 sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2
ip netns exec rs2 sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2
ip netns exec rs1 nc -n -d -l -k 10.0.0.100 80 &
ip netns exec rs2 nc -n -d -l -k 10.0.0.100 80 &
sleep 0.2
ip netns exec director ipvsadm -A -t 10.0.0.100:80 -s rr
ip netns exec director ipvsadm -a -t 10.0.0.100:80 -r 10.0.0.20 -g
ip netns exec director ipvsadm -a -t 10.0.0.100:80 -r 10.0.0.21 -g

# probe: the first connection
ip netns exec client nc -v -n -z -w2 10.0.0.100 80

# probe: the next one goes to the other server
ip netns exec client nc -v -n -z -w2 10.0.0.100 80

# probe: what the director has given away
ip netns exec director ipvsadm -Ln

# probe: the connections it remembers
ip netns exec director ipvsadm -Lnc

# probe: a ping is for the director itself
ip netns exec client ping -c1 -W1 10.0.0.100

# probe: another port is, too
ip netns exec client nc -v -n -z -w2 10.0.0.100 81

# one server is to take no more
ip netns exec director ipvsadm -e -t 10.0.0.100:80 -r 10.0.0.21 -g -w 0

# probe: only the other one is chosen
ip netns exec client nc -v -n -z -w2 10.0.0.100 80

# by the client's address
ip netns exec director ipvsadm -E -t 10.0.0.100:80 -s sh

# the last one is taken out
ip netns exec director ipvsadm -d -t 10.0.0.100:80 -r 10.0.0.20

# probe: nobody is left
ip netns exec client nc -v -n -z -w2 10.0.0.100 80

# probe: as it can be restored
ip netns exec director ipvsadm -S -n

# no service any more
ip netns exec director ipvsadm -C

# probe: the director refuses the connection itself
ip netns exec client nc -v -n -z -w2 10.0.0.100 80

# cleanup
ip netns pids client | xargs -r kill
ip netns pids rs1 | xargs -r kill
ip netns pids rs2 | xargs -r kill
ip netns del client
ip netns del director
ip netns del rs1
ip netns del rs2
ip netns del sw

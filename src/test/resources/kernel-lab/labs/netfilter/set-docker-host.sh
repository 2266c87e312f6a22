# title: The rules of a Docker host
# teaches: A published port is led to its container for others and for the host itself; one published on 127.0.0.1 only is not
#   open to others; what nobody published is dropped in FORWARD.

ip netns add out
ip netns add h
ip netns add c1
ip netns add c2
ip netns add c3
ip netns exec out sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec h sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c2 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c3 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n out link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 netns h address 02:00:00:00:00:02
ip -n h link add docker0 address 02:00:00:00:00:d0 type bridge mcast_snooping 0
ip netns exec h sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n c1 link add eth0 address 02:00:00:00:01:01 type veth peer name veth1 netns h address 02:00:00:00:02:01
ip -n h link set veth1 master docker0
ip -n c2 link add eth0 address 02:00:00:00:01:02 type veth peer name veth2 netns h address 02:00:00:00:02:02
ip -n h link set veth2 master docker0
ip -n c3 link add eth0 address 02:00:00:00:01:03 type veth peer name veth3 netns h address 02:00:00:00:02:03
ip -n h link set veth3 master docker0
ip -n out addr add 10.0.1.2/24 dev eth0
ip -n h addr add 10.0.1.1/24 dev eth0
ip -n h addr add 172.17.0.1/16 dev docker0
ip -n c1 addr add 172.17.0.2/16 dev eth0
ip -n c2 addr add 172.17.0.3/16 dev eth0
ip -n c3 addr add 172.17.0.4/16 dev eth0
ip -n out link set lo up
ip -n h link set lo up
ip -n c1 link set lo up
ip -n c2 link set lo up
ip -n c3 link set lo up
ip -n out link set eth0 up
ip -n h link set eth0 up
ip -n h link set docker0 up
ip -n h link set veth1 up
ip -n h link set veth2 up
ip -n h link set veth3 up
ip -n c1 link set eth0 up
ip -n c2 link set eth0 up
ip -n c3 link set eth0 up
ip -n c1 route add default via 172.17.0.1
ip -n c2 route add default via 172.17.0.1
ip -n c3 route add default via 172.17.0.1
ip -n out route add 172.17.0.0/16 via 10.0.1.1
ip netns exec h sysctl -qw net.ipv4.ip_forward=1
ip netns exec c1 nc -n -d -l -k 0.0.0.0 80 &
ip netns exec c2 nc -n -d -l -k 0.0.0.0 5432 &
sleep 0.2

# the rule set
mkdir -p /etc/netns/rules
echo '*nat' > /etc/netns/rules/docker-host
echo ':DOCKER - [0:0]' >> /etc/netns/rules/docker-host
echo '-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER' >> /etc/netns/rules/docker-host
echo '-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER' >> /etc/netns/rules/docker-host
echo '-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE' >> /etc/netns/rules/docker-host
echo '-A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE' >> /etc/netns/rules/docker-host
echo '-A POSTROUTING -s 172.17.0.3/32 -d 172.17.0.3/32 -p tcp -m tcp --dport 5432 -j MASQUERADE' >> /etc/netns/rules/docker-host
echo '-A POSTROUTING -s 172.17.0.4/32 -d 172.17.0.4/32 -p udp -m udp --dport 53 -j MASQUERADE' >> /etc/netns/rules/docker-host
echo '-A DOCKER -i docker0 -j RETURN' >> /etc/netns/rules/docker-host
echo '-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80' >> /etc/netns/rules/docker-host
echo '-A DOCKER -d 127.0.0.1/32 ! -i docker0 -p tcp -m tcp --dport 5432 -j DNAT --to-destination 172.17.0.3:5432' >> /etc/netns/rules/docker-host
echo '-A DOCKER ! -i docker0 -p udp -m udp --dport 5353 -j DNAT --to-destination 172.17.0.4:53' >> /etc/netns/rules/docker-host
echo 'COMMIT' >> /etc/netns/rules/docker-host
echo '*filter' >> /etc/netns/rules/docker-host
echo ':INPUT ACCEPT [0:0]' >> /etc/netns/rules/docker-host
echo ':FORWARD DROP [0:0]' >> /etc/netns/rules/docker-host
echo ':OUTPUT ACCEPT [0:0]' >> /etc/netns/rules/docker-host
echo ':DOCKER - [0:0]' >> /etc/netns/rules/docker-host
echo ':DOCKER-USER - [0:0]' >> /etc/netns/rules/docker-host
echo ':DOCKER-ISOLATION-STAGE-1 - [0:0]' >> /etc/netns/rules/docker-host
echo ':DOCKER-ISOLATION-STAGE-2 - [0:0]' >> /etc/netns/rules/docker-host
echo '-A FORWARD -j DOCKER-USER' >> /etc/netns/rules/docker-host
echo '-A FORWARD -j DOCKER-ISOLATION-STAGE-1' >> /etc/netns/rules/docker-host
echo '-A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT' >> /etc/netns/rules/docker-host
echo '-A FORWARD -o docker0 -j DOCKER' >> /etc/netns/rules/docker-host
echo '-A FORWARD -i docker0 ! -o docker0 -j ACCEPT' >> /etc/netns/rules/docker-host
echo '-A FORWARD -i docker0 -o docker0 -j ACCEPT' >> /etc/netns/rules/docker-host
echo '-A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT' >> /etc/netns/rules/docker-host
echo '-A DOCKER -d 172.17.0.3/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 5432 -j ACCEPT' >> /etc/netns/rules/docker-host
echo '-A DOCKER -d 172.17.0.4/32 ! -i docker0 -o docker0 -p udp -m udp --dport 53 -j ACCEPT' >> /etc/netns/rules/docker-host
echo '-A DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2' >> /etc/netns/rules/docker-host
echo '-A DOCKER-ISOLATION-STAGE-1 -j RETURN' >> /etc/netns/rules/docker-host
echo '-A DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP' >> /etc/netns/rules/docker-host
echo '-A DOCKER-ISOLATION-STAGE-2 -j RETURN' >> /etc/netns/rules/docker-host
echo '-A DOCKER-USER -j RETURN' >> /etc/netns/rules/docker-host
echo 'COMMIT' >> /etc/netns/rules/docker-host
ip netns exec h iptables-restore < /etc/netns/rules/docker-host

# probe: the published port, from outside
ip netns exec out nc -v -n -z -w2 10.0.1.1 8080

# probe: the published port, from the host
ip netns exec h nc -v -n -z -w2 10.0.1.1 8080

# probe: published on 127.0.0.1 only: not from outside
ip netns exec out nc -v -n -z -w2 10.0.1.1 5432

# probe: from a container to its own published port: docker0 is left out
ip netns exec c1 nc -v -n -z -w2 10.0.1.1 8080

# probe: a container reaches the outside, masqueraded
ip netns exec c2 ping -c1 -W1 10.0.1.2

# probe: straight to a container: the published port
ip netns exec out nc -v -n -z -w2 172.17.0.2 80

# probe: straight to a container: another port
ip netns exec out nc -v -n -z -w2 172.17.0.3 22

# probe: how often each rule of nat decided
ip netns exec h iptables -t nat -nvL

# probe: how often each rule of filter decided
ip netns exec h iptables -nvL

# cleanup
ip netns pids out | xargs -r kill
ip netns del out
ip netns pids h | xargs -r kill
ip netns del h
ip netns pids c1 | xargs -r kill
ip netns del c1
ip netns pids c2 | xargs -r kill
ip netns del c2
ip netns pids c3 | xargs -r kill
ip netns del c3
rm -r /etc/netns/rules

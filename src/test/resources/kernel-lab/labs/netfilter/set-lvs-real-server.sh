# title: The rules of an LVS real server
# teaches: The service address is on no device: REDIRECT takes what the director hands over as the host's own.

ip netns add c
ip netns add s
ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec s sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n c link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 netns s address 02:00:00:00:00:02
ip -n c addr add 10.0.0.10/24 dev eth0
ip -n c addr add 10.9.9.9/32 dev eth0
ip -n s addr add 10.0.0.20/24 dev eth0
ip -n c link set lo up
ip -n s link set lo up
ip -n c link set eth0 up
ip -n s link set eth0 up
ip -n s route add default via 10.0.0.10
ip -n c neigh replace 10.0.0.100 lladdr 02:00:00:00:00:02 nud permanent dev eth0
ip netns exec s nc -n -d -l -k 0.0.0.0 80 &
sleep 0.2

# the rule set
mkdir -p /etc/netns/rules
echo '*mangle' > /etc/netns/rules/lvs-real-server
echo '-A PREROUTING -d 10.0.0.100/32 -p tcp -m tcp --dport 80 -j MARK --set-mark 0x64' >> /etc/netns/rules/lvs-real-server
echo 'COMMIT' >> /etc/netns/rules/lvs-real-server
echo '*nat' >> /etc/netns/rules/lvs-real-server
echo '-A PREROUTING -d 10.0.0.100/32 -p tcp -m tcp --dport 80 -j REDIRECT' >> /etc/netns/rules/lvs-real-server
echo 'COMMIT' >> /etc/netns/rules/lvs-real-server
echo '*filter' >> /etc/netns/rules/lvs-real-server
echo ':INPUT DROP [0:0]' >> /etc/netns/rules/lvs-real-server
echo '-A INPUT -i lo -j ACCEPT' >> /etc/netns/rules/lvs-real-server
echo '-A INPUT -d 10.0.0.100 -p tcp -m multiport --dports 80,443 -j ACCEPT' >> /etc/netns/rules/lvs-real-server
echo '-A INPUT -s 10.0.0.0/24 -p icmp -j ACCEPT' >> /etc/netns/rules/lvs-real-server
echo '-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT' >> /etc/netns/rules/lvs-real-server
echo 'COMMIT' >> /etc/netns/rules/lvs-real-server
ip netns exec s iptables-restore < /etc/netns/rules/lvs-real-server

# probe: the service address: the destination becomes that of eth0, so no rule of INPUT lets it in
ip netns exec c nc -v -n -z -w2 10.0.0.100 80

# probe: a ping from the network
ip netns exec c ping -c1 -W1 10.0.0.20

# probe: a ping from elsewhere
ip netns exec c ping -c1 -W1 -I 10.9.9.9 10.0.0.20

# probe: what was marked
ip netns exec s iptables -t mangle -nvL PREROUTING

# probe: how often each rule decided
ip netns exec s iptables -nvL INPUT

# cleanup
ip netns pids c | xargs -r kill
ip netns del c
ip netns pids s | xargs -r kill
ip netns del s
rm -r /etc/netns/rules

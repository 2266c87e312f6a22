# title: The rules of a firewall in a bridge
# teaches: physdev asks for the ports of the bridge: one side may begin connections, the other only to the web server.

ip netns add x
ip netns add f
ip netns add y
ip netns exec x sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec f sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec y sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n f link add br0 address 02:00:00:00:00:b0 type bridge mcast_snooping 0
ip -n x link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 netns f address 02:00:00:00:00:02
ip -n y link add eth0 address 02:00:00:00:01:01 type veth peer name eth1 netns f address 02:00:00:00:01:02
ip -n f link set eth0 master br0
ip -n f link set eth1 master br0
ip -n x addr add 10.0.0.1/24 dev eth0
ip -n y addr add 10.0.0.2/24 dev eth0
ip -n x link set lo up
ip -n f link set lo up
ip -n y link set lo up
ip -n f link set br0 up
ip -n f link set eth0 up
ip -n f link set eth1 up
ip -n x link set eth0 up
ip -n y link set eth0 up
ip netns exec f sysctl -qw net.bridge.bridge-nf-call-iptables=1
ip netns exec x nc -n -d -l -k 0.0.0.0 22 &
ip netns exec y nc -n -d -l -k 0.0.0.0 80 &
ip netns exec y nc -n -d -l -k 0.0.0.0 22 &
sleep 0.2

# the rule set
mkdir -p /etc/netns/rules
echo '*filter' > /etc/netns/rules/bridge-firewall
echo ':FORWARD DROP [0:0]' >> /etc/netns/rules/bridge-firewall
echo '-A FORWARD -m physdev --physdev-is-bridged -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT' >> /etc/netns/rules/bridge-firewall
echo '-A FORWARD -m physdev --physdev-in eth1 --physdev-out eth0 --physdev-is-bridged -j ACCEPT' >> /etc/netns/rules/bridge-firewall
echo '-A FORWARD -m physdev ! --physdev-in eth1 -p tcp --dport 80 -j ACCEPT' >> /etc/netns/rules/bridge-firewall
echo '-A FORWARD -m physdev --physdev-is-in -p icmp -j ACCEPT' >> /etc/netns/rules/bridge-firewall
echo 'COMMIT' >> /etc/netns/rules/bridge-firewall
echo '*security' >> /etc/netns/rules/bridge-firewall
echo '-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT' >> /etc/netns/rules/bridge-firewall
echo '-A OUTPUT -p tcp -m tcp --sport 80 -j ACCEPT' >> /etc/netns/rules/bridge-firewall
echo 'COMMIT' >> /etc/netns/rules/bridge-firewall
ip netns exec f iptables-restore < /etc/netns/rules/bridge-firewall

# probe: from inside to any port
ip netns exec y nc -v -n -z -w2 10.0.0.1 22

# probe: from outside to the web server
ip netns exec x nc -v -n -z -w2 10.0.0.2 80

# probe: from outside to another port
ip netns exec x nc -v -n -z -w2 10.0.0.2 22

# probe: a ping from outside
ip netns exec x ping -c1 -W1 10.0.0.2

# probe: how often each rule decided
ip netns exec f iptables -nvL FORWARD

# cleanup
ip netns pids x | xargs -r kill
ip netns del x
ip netns pids f | xargs -r kill
ip netns del f
ip netns pids y | xargs -r kill
ip netns del y
rm -r /etc/netns/rules

# title: The rules of an office gateway with two providers
# teaches: Connections remember by a mark which provider they came in by; addresses of the first are mapped inside one by one.

ip netns add l
ip netns add g
ip netns add w
ip netns exec l sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec g sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec w sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n l link add eth0 address 02:00:00:00:00:01 type veth peer name lan0 netns g address 02:00:00:00:00:02
ip -n w link add eth0 address 02:00:00:00:01:01 type veth peer name wan1 netns g address 02:00:00:00:01:02
ip -n l addr add 10.5.0.3/24 dev eth0
ip -n g addr add 10.5.0.1/24 dev lan0
ip -n g addr add 198.51.100.2/29 dev wan1
ip -n w addr add 198.51.100.1/29 dev eth0
ip -n l link set lo up
ip -n g link set lo up
ip -n w link set lo up
ip -n l link set eth0 up
ip -n g link set lan0 up
ip -n g link set wan1 up
ip -n w link set eth0 up
ip -n l route add default via 10.5.0.1
ip -n w neigh replace 198.51.100.3 lladdr 02:00:00:00:01:02 nud permanent dev eth0
ip netns exec g sysctl -qw net.ipv4.ip_forward=1
ip netns exec l nc -n -d -l -k 0.0.0.0 443 &
sleep 0.2

# the rule set
mkdir -p /etc/netns/rules
echo '*mangle' > /etc/netns/rules/office-gateway
echo '-A PREROUTING -j CONNMARK --restore-mark' >> /etc/netns/rules/office-gateway
echo '-A PREROUTING -i wan1 -m conntrack --ctstate NEW -j CONNMARK --set-mark 1' >> /etc/netns/rules/office-gateway
echo '-A PREROUTING -i wan2 -m conntrack --ctstate NEW -j CONNMARK --set-xmark 0x2/0xff' >> /etc/netns/rules/office-gateway
echo '-A OUTPUT -j CONNMARK --restore-mark --nfmask 0xff --ctmask 0xff' >> /etc/netns/rules/office-gateway
echo '-A POSTROUTING -m mark ! --mark 0 -j CONNMARK --save-mark' >> /etc/netns/rules/office-gateway
echo 'COMMIT' >> /etc/netns/rules/office-gateway
echo '*nat' >> /etc/netns/rules/office-gateway
echo '-A POSTROUTING -o wan1 -j SNAT --to-source 198.51.100.2' >> /etc/netns/rules/office-gateway
echo '-A POSTROUTING -o wan2 -j SNAT --to-source 203.0.113.2-203.0.113.6 --persistent' >> /etc/netns/rules/office-gateway
echo '-A PREROUTING -d 198.51.100.0/29 -j NETMAP --to 10.5.0.0/29' >> /etc/netns/rules/office-gateway
echo 'COMMIT' >> /etc/netns/rules/office-gateway
echo '*filter' >> /etc/netns/rules/office-gateway
echo ':FORWARD DROP [0:0]' >> /etc/netns/rules/office-gateway
echo '-A FORWARD -i lan+ -o wan+ -j ACCEPT' >> /etc/netns/rules/office-gateway
echo '-A FORWARD -i wan+ -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT' >> /etc/netns/rules/office-gateway
echo '-A FORWARD -i wan1 -m conntrack --ctorigdst 198.51.100.3 --ctorigdstport 443 -j ACCEPT' >> /etc/netns/rules/office-gateway
echo '-A FORWARD -j REJECT --reject-with icmp-admin-prohibited' >> /etc/netns/rules/office-gateway
echo 'COMMIT' >> /etc/netns/rules/office-gateway
ip netns exec g iptables-restore < /etc/netns/rules/office-gateway

# probe: from the office to the provider
ip netns exec l ping -c1 -W1 198.51.100.1

# probe: a mapped address, the port that is open
ip netns exec w nc -v -n -z -w2 198.51.100.3 443

# probe: a mapped address, another port
ip netns exec w nc -v -n -z -w2 198.51.100.3 80

# probe: the connection that came in by wan1 has its mark
ip netns exec g conntrack -L -p tcp --dport 443

# probe: how often each rule of mangle decided
ip netns exec g iptables -t mangle -nvL

# probe: how often each rule of filter decided
ip netns exec g iptables -nvL FORWARD

# cleanup
ip netns pids l | xargs -r kill
ip netns del l
ip netns pids g | xargs -r kill
ip netns del g
ip netns pids w | xargs -r kill
ip netns del w
rm -r /etc/netns/rules

# title: The rules of fail2ban
# teaches: A banned address is refused at the port it attacked and nowhere else.

ip netns add s
ip netns add b
ip netns exec s sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n s link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 netns b address 02:00:00:00:00:02
ip -n s addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b addr add 203.0.113.7/32 dev eth0
ip -n b addr add 192.0.2.5/32 dev eth0
ip -n s link set lo up
ip -n b link set lo up
ip -n s link set eth0 up
ip -n b link set eth0 up
ip -n s route add default via 10.0.0.2
ip netns exec s nc -n -d -l -k 0.0.0.0 22 &
ip netns exec s nc -n -d -l -k 0.0.0.0 80 &
sleep 0.2

# the rule set
mkdir -p /etc/netns/rules
echo '*filter' > /etc/netns/rules/fail2ban
echo ':INPUT ACCEPT [0:0]' >> /etc/netns/rules/fail2ban
echo ':f2b-sshd - [0:0]' >> /etc/netns/rules/fail2ban
echo ':f2b-nginx - [0:0]' >> /etc/netns/rules/fail2ban
echo '-A INPUT -p tcp -m multiport --dports 22 -j f2b-sshd' >> /etc/netns/rules/fail2ban
echo '-A INPUT -p tcp -m multiport --dports 80,443 -j f2b-nginx' >> /etc/netns/rules/fail2ban
echo '-A f2b-sshd -s 203.0.113.7/32 -j REJECT --reject-with icmp-port-unreachable' >> /etc/netns/rules/fail2ban
echo '-A f2b-sshd -s 198.51.100.23/32 -j REJECT --reject-with icmp-port-unreachable' >> /etc/netns/rules/fail2ban
echo '-A f2b-sshd -j RETURN' >> /etc/netns/rules/fail2ban
echo '-A f2b-nginx -s 192.0.2.0/24 -j DROP' >> /etc/netns/rules/fail2ban
echo '-A f2b-nginx -j RETURN' >> /etc/netns/rules/fail2ban
echo 'COMMIT' >> /etc/netns/rules/fail2ban
ip netns exec s iptables-restore < /etc/netns/rules/fail2ban

# probe: anybody may try
ip netns exec b nc -v -n -z -w2 10.0.0.1 22

# probe: the banned address is refused
ip netns exec b nc -v -n -z -w2 -s 203.0.113.7 10.0.0.1 22

# probe: but not by the web server
ip netns exec b nc -v -n -z -w2 -s 203.0.113.7 10.0.0.1 80

# probe: from where the web server drops
ip netns exec b nc -v -n -z -w2 -s 192.0.2.5 10.0.0.1 80

# probe: another port has no rule
ip netns exec b nc -v -n -z -w2 -s 203.0.113.7 10.0.0.1 81

# probe: how often each rule decided
ip netns exec s iptables -nvL

# cleanup
ip netns pids s | xargs -r kill
ip netns del s
ip netns pids b | xargs -r kill
ip netns del b
rm -r /etc/netns/rules

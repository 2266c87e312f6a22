# title: The rules of ufw
# teaches: ufw lets answers, pings and ssh in; what is left falls through its chains to the policy.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 netns b address 02:00:00:00:00:02
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec a nc -n -d -l -k 0.0.0.0 22 &
ip netns exec a nc -n -d -l -k 0.0.0.0 80 &
ip netns exec b nc -n -d -l -k 0.0.0.0 80 &
sleep 0.2

# the rule set
mkdir -p /etc/netns/rules
echo '*filter' > /etc/netns/rules/ufw
echo ':INPUT DROP [0:0]' >> /etc/netns/rules/ufw
echo ':FORWARD DROP [0:0]' >> /etc/netns/rules/ufw
echo ':OUTPUT ACCEPT [0:0]' >> /etc/netns/rules/ufw
echo ':ufw-before-input - [0:0]' >> /etc/netns/rules/ufw
echo ':ufw-before-output - [0:0]' >> /etc/netns/rules/ufw
echo ':ufw-before-forward - [0:0]' >> /etc/netns/rules/ufw
echo ':ufw-after-input - [0:0]' >> /etc/netns/rules/ufw
echo ':ufw-not-local - [0:0]' >> /etc/netns/rules/ufw
echo ':ufw-logging-deny - [0:0]' >> /etc/netns/rules/ufw
echo ':ufw-skip-to-policy-input - [0:0]' >> /etc/netns/rules/ufw
echo ':ufw-user-input - [0:0]' >> /etc/netns/rules/ufw
echo '-A INPUT -j ufw-before-input' >> /etc/netns/rules/ufw
echo '-A INPUT -j ufw-after-input' >> /etc/netns/rules/ufw
echo '-A FORWARD -j ufw-before-forward' >> /etc/netns/rules/ufw
echo '-A OUTPUT -j ufw-before-output' >> /etc/netns/rules/ufw
echo '-A ufw-before-input -i lo -j ACCEPT' >> /etc/netns/rules/ufw
echo '-A ufw-before-output -o lo -j ACCEPT' >> /etc/netns/rules/ufw
echo '-A ufw-before-input -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT' >> /etc/netns/rules/ufw
echo '-A ufw-before-output -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT' >> /etc/netns/rules/ufw
echo '-A ufw-before-forward -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT' >> /etc/netns/rules/ufw
echo '-A ufw-before-input -m conntrack --ctstate INVALID -j ufw-logging-deny' >> /etc/netns/rules/ufw
echo '-A ufw-before-input -m conntrack --ctstate INVALID -j DROP' >> /etc/netns/rules/ufw
echo '-A ufw-before-input -p icmp --icmp-type destination-unreachable -j ACCEPT' >> /etc/netns/rules/ufw
echo '-A ufw-before-input -p icmp --icmp-type time-exceeded -j ACCEPT' >> /etc/netns/rules/ufw
echo '-A ufw-before-input -p icmp --icmp-type parameter-problem -j ACCEPT' >> /etc/netns/rules/ufw
echo '-A ufw-before-input -p icmp --icmp-type echo-request -j ACCEPT' >> /etc/netns/rules/ufw
echo '-A ufw-before-input -p udp --sport 67 --dport 68 -j ACCEPT' >> /etc/netns/rules/ufw
echo '-A ufw-before-input -j ufw-not-local' >> /etc/netns/rules/ufw
echo '-A ufw-not-local -m addrtype --dst-type LOCAL -j RETURN' >> /etc/netns/rules/ufw
echo '-A ufw-not-local -m addrtype --dst-type MULTICAST -j RETURN' >> /etc/netns/rules/ufw
echo '-A ufw-not-local -m addrtype --dst-type BROADCAST -j RETURN' >> /etc/netns/rules/ufw
echo '-A ufw-not-local -m limit --limit 3/min --limit-burst 10 -j ufw-logging-deny' >> /etc/netns/rules/ufw
echo '-A ufw-not-local -j DROP' >> /etc/netns/rules/ufw
echo '-A ufw-before-input -p udp -d 224.0.0.251 --dport 5353 -j ACCEPT' >> /etc/netns/rules/ufw
echo '-A ufw-before-input -j ufw-user-input' >> /etc/netns/rules/ufw
echo '-A ufw-user-input -p tcp --dport 22 -m comment --comment "dapp_OpenSSH" -j ACCEPT' >> /etc/netns/rules/ufw
echo '-A ufw-logging-deny -m conntrack --ctstate INVALID -m limit --limit 3/min --limit-burst 10 -j RETURN' >> /etc/netns/rules/ufw
echo '-A ufw-logging-deny -m limit --limit 3/min --limit-burst 10 -j LOG --log-prefix "[UFW BLOCK] "' >> /etc/netns/rules/ufw
echo '-A ufw-after-input -p udp --dport 137 -j ufw-skip-to-policy-input' >> /etc/netns/rules/ufw
echo '-A ufw-after-input -p tcp --dport 445 -j ufw-skip-to-policy-input' >> /etc/netns/rules/ufw
echo '-A ufw-after-input -m addrtype --dst-type BROADCAST -j ufw-skip-to-policy-input' >> /etc/netns/rules/ufw
echo '-A ufw-skip-to-policy-input -j DROP' >> /etc/netns/rules/ufw
echo 'COMMIT' >> /etc/netns/rules/ufw
ip netns exec a iptables-restore < /etc/netns/rules/ufw

# probe: ssh is let in
ip netns exec b nc -v -n -z -w2 10.0.0.1 22

# probe: the web server is not
ip netns exec b nc -v -n -z -w2 10.0.0.1 80

# probe: a ping is
ip netns exec b ping -c1 -W1 10.0.0.1

# probe: what this host asks for is answered
ip netns exec a nc -v -n -z -w2 10.0.0.2 80

# probe: on lo everything goes
ip netns exec a nc -v -n -z -w2 10.0.0.1 80

# probe: names of Windows are dropped without a line in the log
echo x | ip netns exec b nc -n -u -w1 10.0.0.1 137

# probe: how often each rule decided
ip netns exec a iptables -nvL

# cleanup
ip netns pids a | xargs -r kill
ip netns del a
ip netns pids b | xargs -r kill
ip netns del b
rm -r /etc/netns/rules

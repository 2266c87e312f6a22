# title: The rules of a Kubernetes service
# teaches: A cluster address belongs to nobody: rules choose a pod by chance, here with probability 0 for the first and 1 for the
#   second. Who comes from outside of the pods is marked and masqueraded.

ip netns add c
ip netns add n
ip netns add p1
ip netns add p2
ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec n sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec p1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec p2 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n c link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 netns n address 02:00:00:00:00:02
ip -n p1 link add eth0 address 02:00:00:00:01:01 type veth peer name veth1 netns n address 02:00:00:00:02:01
ip -n p2 link add eth0 address 02:00:00:00:01:02 type veth peer name veth2 netns n address 02:00:00:00:02:02
ip -n c addr add 10.0.0.9/24 dev eth0
ip -n n addr add 10.0.0.1/24 dev eth0
ip -n p1 addr add 10.244.1.2/32 dev eth0
ip -n p2 addr add 10.244.1.3/32 dev eth0
ip -n n addr add 10.244.1.1/32 dev veth1
ip -n n addr add 10.244.1.1/32 dev veth2
ip -n c link set lo up
ip -n n link set lo up
ip -n p1 link set lo up
ip -n p2 link set lo up
ip -n c link set eth0 up
ip -n n link set eth0 up
ip -n n link set veth1 up
ip -n n link set veth2 up
ip -n p1 link set eth0 up
ip -n p2 link set eth0 up
ip -n n route add 10.244.1.2/32 dev veth1
ip -n n route add 10.244.1.3/32 dev veth2
ip -n p1 route add 10.244.1.1/32 dev eth0
ip -n p2 route add 10.244.1.1/32 dev eth0
ip -n p1 route add default via 10.244.1.1
ip -n p2 route add default via 10.244.1.1
ip netns exec n sysctl -qw net.ipv4.ip_forward=1
ip -n n route add default via 10.0.0.9
ip netns exec p1 nc -n -d -l -k 0.0.0.0 8080 &
ip netns exec p2 nc -n -d -l -k 0.0.0.0 8080 &
sleep 0.2

# the rule set
mkdir -p /etc/netns/rules
echo '*nat' > /etc/netns/rules/kube-service
echo ':KUBE-SERVICES - [0:0]' >> /etc/netns/rules/kube-service
echo ':KUBE-MARK-MASQ - [0:0]' >> /etc/netns/rules/kube-service
echo ':KUBE-POSTROUTING - [0:0]' >> /etc/netns/rules/kube-service
echo ':KUBE-NODEPORTS - [0:0]' >> /etc/netns/rules/kube-service
echo ':KUBE-SVC-ABCDEFGHIJKLMNOP - [0:0]' >> /etc/netns/rules/kube-service
echo ':KUBE-SEP-1111111111111111 - [0:0]' >> /etc/netns/rules/kube-service
echo ':KUBE-SEP-2222222222222222 - [0:0]' >> /etc/netns/rules/kube-service
echo ':KUBE-SEP-3333333333333333 - [0:0]' >> /etc/netns/rules/kube-service
echo '-A PREROUTING -m comment --comment "kubernetes service portals" -j KUBE-SERVICES' >> /etc/netns/rules/kube-service
echo '-A OUTPUT -m comment --comment "kubernetes service portals" -j KUBE-SERVICES' >> /etc/netns/rules/kube-service
echo '-A POSTROUTING -m comment --comment "kubernetes postrouting rules" -j KUBE-POSTROUTING' >> /etc/netns/rules/kube-service
echo '-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000' >> /etc/netns/rules/kube-service
echo '-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN' >> /etc/netns/rules/kube-service
echo '-A KUBE-POSTROUTING -j MARK --set-xmark 0x4000/0x0' >> /etc/netns/rules/kube-service
echo '-A KUBE-POSTROUTING -m comment --comment "kubernetes service traffic requiring SNAT" -j MASQUERADE' >> /etc/netns/rules/kube-service
echo '-A KUBE-SERVICES -d 10.96.0.10/32 -p tcp -m comment --comment "default/web:http cluster IP" -m tcp --dport 80 -j KUBE-SVC-ABCDEFGHIJKLMNOP' >> /etc/netns/rules/kube-service
echo '-A KUBE-SERVICES -m comment --comment "kubernetes service nodeports; NOTE: this must be the last rule in this chain" -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS' >> /etc/netns/rules/kube-service
echo '-A KUBE-NODEPORTS -p tcp -m comment --comment "default/web:http" -m tcp --dport 30080 -j KUBE-MARK-MASQ' >> /etc/netns/rules/kube-service
echo '-A KUBE-NODEPORTS -p tcp -m comment --comment "default/web:http" -m tcp --dport 30080 -j KUBE-SVC-ABCDEFGHIJKLMNOP' >> /etc/netns/rules/kube-service
echo '-A KUBE-SVC-ABCDEFGHIJKLMNOP ! -s 10.244.0.0/16 -d 10.96.0.10/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ' >> /etc/netns/rules/kube-service
echo '-A KUBE-SVC-ABCDEFGHIJKLMNOP -m statistic --mode random --probability 0.00000000000 -j KUBE-SEP-1111111111111111' >> /etc/netns/rules/kube-service
echo '-A KUBE-SVC-ABCDEFGHIJKLMNOP -m statistic --mode random --probability 1.00000000000 -j KUBE-SEP-2222222222222222' >> /etc/netns/rules/kube-service
echo '-A KUBE-SVC-ABCDEFGHIJKLMNOP -j KUBE-SEP-3333333333333333' >> /etc/netns/rules/kube-service
echo '-A KUBE-SEP-1111111111111111 -s 10.244.1.2/32 -j KUBE-MARK-MASQ' >> /etc/netns/rules/kube-service
echo '-A KUBE-SEP-1111111111111111 -p tcp -m tcp -j DNAT --to-destination 10.244.1.2:8080' >> /etc/netns/rules/kube-service
echo '-A KUBE-SEP-2222222222222222 -p tcp -m tcp -j DNAT --to-destination 10.244.1.3:8080' >> /etc/netns/rules/kube-service
echo '-A KUBE-SEP-3333333333333333 -p tcp -m tcp -j DNAT --to-destination 10.244.2.2:8080' >> /etc/netns/rules/kube-service
echo 'COMMIT' >> /etc/netns/rules/kube-service
echo '*filter' >> /etc/netns/rules/kube-service
echo ':KUBE-FORWARD - [0:0]' >> /etc/netns/rules/kube-service
echo '-A FORWARD -m comment --comment "kubernetes forwarding rules" -j KUBE-FORWARD' >> /etc/netns/rules/kube-service
echo '-A KUBE-FORWARD -m conntrack --ctstate INVALID -j DROP' >> /etc/netns/rules/kube-service
echo '-A KUBE-FORWARD -m mark --mark 0x4000/0x4000 -j ACCEPT' >> /etc/netns/rules/kube-service
echo '-A KUBE-FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT' >> /etc/netns/rules/kube-service
echo 'COMMIT' >> /etc/netns/rules/kube-service
ip netns exec n iptables-restore < /etc/netns/rules/kube-service

# probe: from a pod to the service
ip netns exec p1 nc -v -n -z -w2 10.96.0.10 80

# probe: from the node to the service
ip netns exec n nc -v -n -z -w2 10.96.0.10 80

# probe: from outside to the port of the node
ip netns exec c nc -v -n -z -w2 10.0.0.1 30080

# probe: to another port of the node
ip netns exec c nc -v -n -z -w2 10.0.0.1 30081

# probe: how often each rule of nat decided
ip netns exec n iptables -t nat -nvL

# cleanup
ip netns pids c | xargs -r kill
ip netns del c
ip netns pids n | xargs -r kill
ip netns del n
ip netns pids p1 | xargs -r kill
ip netns del p1
ip netns pids p2 | xargs -r kill
ip netns del p2
rm -r /etc/netns/rules

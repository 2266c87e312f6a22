# title: What is behind the name localhost?
# teaches: localhost is a name like any other: the resolver finds it in /etc/hosts, and only the address
#   decides where the packet goes. It may have two addresses, 127.0.0.1 and ::1; another name may lead to
#   lo as well, and localhost to another host.
# trace: web-1 ping -c1 localhost

ip netns add web-1
ip netns add db-1
mkdir -p /etc/netns/web-1
echo '127.0.0.1 localhost' > /etc/netns/web-1/hosts
echo '::1 ip6-localhost' >> /etc/netns/web-1/hosts
echo '10.0.0.1 web' >> /etc/netns/web-1/hosts
echo '10.0.0.2 db' >> /etc/netns/web-1/hosts
ip netns exec db-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n web-1 link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns db-1 address 02:00:00:00:00:0b
ip netns exec web-1 sysctl -qw net.ipv6.conf.eth0.disable_ipv6=1
ip -n web-1 addr add 10.0.0.1/24 broadcast + dev eth0
ip -n db-1 addr add 10.0.0.2/24 broadcast + dev eth0
ip -n web-1 link set lo up
ip -n db-1 link set lo up
ip -n web-1 link set eth0 up
ip -n db-1 link set eth0 up

# probe: what the names mean
ip netns exec web-1 getent hosts localhost ip6-localhost web db

# probe: localhost: lo
ip netns exec web-1 ping -c1 -W1 localhost

# probe: its sister of IPv6: lo again, with an address of its own
ip netns exec web-1 ping -6 -c1 -W1 ip6-localhost

# probe: there is one such address only, and no network of 127.0.0.0/8 in IPv6
ip -n web-1 -6 route show table local

# probe: web is the own address: lo
ip netns exec web-1 ping -n -c1 -W1 web

# probe: db is another host: the cable
ip netns exec web-1 ping -n -c1 -W1 db

# the name is given another address
echo '10.0.0.2 localhost' > /etc/netns/web-1/hosts

# probe: now localhost is another host
ip netns exec web-1 ping -n -c1 -W1 localhost

# back to what most hosts have: two addresses for one name
echo '127.0.0.1 localhost' > /etc/netns/web-1/hosts
echo '::1 localhost' >> /etc/netns/web-1/hosts

# probe: that of IPv6 comes first
ip netns exec web-1 getent hosts localhost

# a server that listens on 127.0.0.1 only
ip netns exec web-1 nc -n -d -l -k 127.0.0.1 8080 &
sleep 0.2

# probe: who is given ::1 is refused
ip netns exec web-1 nc -6 -v -z -w2 localhost 8080

# probe: 127.0.0.1 is accepted
ip netns exec web-1 nc -n -v -z -w2 127.0.0.1 8080

# cleanup
ip netns pids web-1 | xargs -r kill
ip netns del web-1
ip netns del db-1
rm -r /etc/netns/web-1

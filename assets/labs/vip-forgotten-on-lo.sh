# title: Why does the shop refuse its own server?
# teaches: A service address was left on lo of a server that is no longer in the pool. The name still leads
#   to the address, and on this host the address means this host. Nobody listens here, so the
#   connection is refused without a packet on the cable.
# trace: web-1 nc -v -n -z -w2 172.26.90.200 80

ip netns add web-1
ip netns add lb
mkdir -p /etc/netns/web-1
echo '172.26.90.200 shop' > /etc/netns/web-1/hosts
ip netns exec web-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec lb sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n web-1 link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns lb address 02:00:00:00:00:0b
ip -n web-1 addr add 172.26.90.158/20 broadcast + dev eth0
ip -n lb addr add 172.26.80.1/20 broadcast + dev eth0
ip -n lb addr add 172.26.90.200/32 dev eth0
ip -n web-1 addr add 172.26.90.200/32 dev lo
ip -n web-1 link set lo up
ip -n lb link set lo up
ip -n web-1 link set eth0 up
ip -n lb link set eth0 up
ip netns exec lb nc -n -d -l -k 172.26.90.200 80 &
sleep 0.2

# probe: the service address is on lo
ip -n web-1 addr show dev lo

# probe: so it is this host
ip -n web-1 route get 172.26.90.200

# probe: the name leads to that address
ip netns exec web-1 getent hosts shop

# probe: where nobody listens: refused
ip netns exec web-1 nc -v -n -z -w2 172.26.90.200 80

# probe: ping proves nothing: it is web-1 that answers
ip netns exec web-1 ping -c1 -W1 172.26.90.200

# an old server still runs on web-1
ip netns exec web-1 nc -n -d -l -k 0.0.0.0 80 &
sleep 0.2

# probe: accepted, by the wrong server
ip netns exec web-1 nc -v -n -z -w2 172.26.90.200 80

# probe: the cable has seen nothing
ip -n web-1 neigh show

# the cure
ip -n web-1 addr del 172.26.90.200/32 dev lo

# probe: now it is the balancer again
ip -n web-1 route get 172.26.90.200

# probe: and the connection is accepted
ip netns exec web-1 nc -v -n -z -w2 172.26.90.200 80

# cleanup
ip netns pids web-1 | xargs -r kill
ip netns pids lb | xargs -r kill
ip netns del web-1
ip netns del lb
rm -r /etc/netns/web-1

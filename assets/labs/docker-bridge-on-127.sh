# title: Why is a container on 127.x unreachable?
# teaches: Somebody gives docker0 an address from 127.0.0.0/8. With shared tables the route of the bridge is
#   the longest prefix, and the kernel refuses: 127.x may not leave by a device that is no loopback.
#   Once a rule has separated the tables, local answers first, and the host talks to itself. The
#   firewall has nothing to do with it.
# trace: host ping -c1 127.18.0.2

ip netns add host
ip netns add c1
ip netns exec host sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec c1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n host link add docker0 address 02:00:00:00:00:d0 type bridge mcast_snooping 0
ip netns exec host sysctl -qwe net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 net.bridge.bridge-nf-call-arptables=0
ip -n host link add veth1 address 02:00:00:00:00:11 type veth peer name eth0 netns c1 address 02:00:00:00:00:c1
ip -n host link set veth1 master docker0
ip -n host addr add 127.18.0.1/16 dev docker0
ip -n c1 addr add 127.18.0.2/16 dev eth0
ip -n host link set lo up
ip -n c1 link set lo up
ip -n host link set docker0 up
ip -n host link set veth1 up
ip -n c1 link set eth0 up
ip netns exec c1 nc -n -d -l -k 127.18.0.2 80 &
sleep 0.2

# probe: main has the prefix of the bridge
ip -n host route show

# probe: the false trail: no rule of the firewall drops anything
ip netns exec host iptables -S

# probe: the decision refuses
ip -n host route get 127.18.0.2

# probe: so ping is told: Invalid argument
ip netns exec host ping -c1 -W1 127.18.0.2

# any rule separates local and main for good, even one that is taken away again
ip -n host rule add pref 100 from 203.0.113.77 lookup 100
ip -n host rule del pref 100

# probe: now local is asked first: this host
ip -n host route get 127.18.0.2

# probe: somebody answers, but it is not the container
ip netns exec host ping -c1 -W1 127.18.0.2

# probe: for nobody listens there
ip netns exec host nc -v -n -z -w2 127.18.0.2 80

# the cure: a private network that is none of loopback
ip -n host addr add 172.18.0.1/16 dev docker0
ip -n c1 addr add 172.18.0.2/16 dev eth0

# probe: now the bridge is used
ip netns exec host ping -c1 -W1 172.18.0.2

# cleanup
ip netns del host
ip netns pids c1 | xargs -r kill
ip netns del c1

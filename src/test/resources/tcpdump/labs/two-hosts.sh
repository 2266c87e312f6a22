# title: tcpdump between two hosts
# teaches: Both ends of a cable see the same frames, once as sent and once as received; ARP comes first, fragments are
#   frames of their own, and an answer from nobody is an ARP question three times.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip link add eth0 netns a address 02:00:00:00:00:01 type veth peer name eth0 netns b address 02:00:00:00:00:02
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up
ip -n b link set eth0 up
mkdir -p /etc/netns/b
sh -c 'echo 10.0.0.1 client; echo 10.0.0.2 server server.lab; echo 10.0.0.3 nobody' > /etc/netns/b/hosts
ip netns exec b nc -n -l -k 8080 &
ip netns exec b nc -n -u -l -k 9999 &
ip netns exec a tcpdump -i eth0 -l -t -n -e &
ip netns exec a tcpdump -i any -l -t -nn &
ip netns exec a tcpdump -i eth0 -l -t -n -q -Q out &
ip netns exec b tcpdump -i eth0 -l -t &
ip netns exec b tcpdump -l -t -v -n &
ip netns exec b tcpdump -i eth0 -l -t -n 'tcp[tcpflags] & (tcp-syn|tcp-fin|tcp-rst) != 0' &
ip netns exec b tcpdump -i eth0 -l -t -n outbound and not arp &
sleep 1

# probe: the first ping
ip netns exec a ping -c1 -W1 10.0.0.2

# probe: a large one, in two fragments
ip netns exec a ping -c1 -W1 -s 2000 10.0.0.2

# probe: nobody there
ip netns exec a ping -c1 -W4 10.0.0.3

# probe: a datagram to a port where nobody listens
ip netns exec a sh -c 'echo hello | nc -u -w1 10.0.0.2 53000'

# probe: a datagram that is taken
ip netns exec a sh -c 'echo hello | nc -u -w1 10.0.0.2 9999'

# probe: a connection
ip netns exec a nc -z -w2 10.0.0.2 8080

# probe: a connection that is refused
ip netns exec a nc -z -w2 10.0.0.2 81

# probe: through a TTL that is too small for nothing
ip netns exec a ping -c1 -W1 -t 1 10.0.0.2

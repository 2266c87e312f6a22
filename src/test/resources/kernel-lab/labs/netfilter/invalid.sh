# title: A segment out of nowhere
# teaches: An ACK of a connection that is not known is taken for its middle, an answer to nothing is INVALID.

ip netns add c
ip netns add r
ip netns add s
ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec r sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec s sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n c link add eth0 address 02:00:00:00:00:0c type veth peer name eth0 netns r address 02:00:00:00:01:01
ip -n s link add eth0 address 02:00:00:00:00:05 type veth peer name eth1 netns r address 02:00:00:00:01:02
ip -n c addr add 10.1.0.2/24 dev eth0
ip -n r addr add 10.1.0.1/24 dev eth0
ip -n r addr add 10.2.0.1/24 dev eth1
ip -n s addr add 10.2.0.2/24 dev eth0
ip -n c link set lo up
ip -n r link set lo up
ip -n s link set lo up
ip -n c link set eth0 up
ip -n r link set eth0 up
ip -n r link set eth1 up
ip -n s link set eth0 up
ip -n c route add default via 10.1.0.1
ip -n s route add default via 10.2.0.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip netns exec r iptables -A FORWARD -m conntrack --ctstate INVALID -j DROP
ip netns exec s nc -n -d -l -k 0.0.0.0 80 &
sleep 0.2

# probe: a connection as usual
ip netns exec c nc -v -n -z -w2 10.2.0.2 80

# the router sees only the answers
ip -n c link add eth1 address 02:00:00:00:00:1c type veth peer name eth1 netns s address 02:00:00:00:00:15
ip -n c addr add 10.3.0.2/24 dev eth1
ip -n s addr add 10.3.0.1/24 dev eth1
ip -n c link set eth1 up
ip -n s link set eth1 up
ip -n c route add 10.2.0.2 via 10.3.0.1 src 10.1.0.2

# probe: an echo reply without a request
ip netns exec c ping -c1 -W1 10.2.0.2

# probe: how many were INVALID
ip netns exec r iptables -nvL FORWARD

# cleanup
ip netns pids c | xargs -r kill
ip netns del c
ip netns pids r | xargs -r kill
ip netns del r
ip netns pids s | xargs -r kill
ip netns del s

# title: Of a burst that is lost the last packet is sent again first
# teaches: The probe for a loss sends the last packet alone once more. What the other end tells of it shows what is missing before it.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip netns exec a sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec a ping -c1 -W1 10.0.0.2
ip netns exec b nc -n -d -l -k 5001 &
sleep 0.2
ip netns exec b iptables -A INPUT -p tcp --dport 5001 --tcp-flags PSH PSH -m limit --limit 1/hour --limit-burst 1 -j DROP

# probe: three packets in one buffer are lost
seq 1 1000 | ip netns exec a nc -n -w1 10.0.0.2 5001

# probe: what the sender counts
ip netns exec a nstat -asz TcpRetransSegs TcpExtTCPTimeouts TcpExtTCPSackRecovery TcpExtTCPFastRetrans TcpExtTCPLossProbes

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

# title: TCP when its own host drops its segments
# teaches: A segment that OUTPUT drops was never sent: data waits for the probe timer, a SYN is repeated and
#   each repetition is counted as failed.

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
ip netns exec b nc -n -d -l -k 0.0.0.0 80 &
sleep 0.2
ip netns exec a ping -c1 -W1 10.0.0.2
ip netns exec a iptables -A OUTPUT -p tcp --syn -j DROP

# probe: the SYN does not leave
ip netns exec a nc -v -n -z -w2 10.0.0.2 80

# and now the data
ip netns exec a iptables -F
ip netns exec a iptables -A OUTPUT -p tcp --tcp-flags PSH PSH -m limit --limit 1/hour --limit-burst 2 -j DROP

# probe: two tries are dropped, the third arrives
echo hello | ip netns exec a nc -n -N -w4 10.0.0.2 80

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

# title: Hosts that do not answer
# teaches: icmp_echo_ignore_all silences a host; an unknown port of it still answers.

ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up

# probe: it answers
ip netns exec a ping -n -c1 -W1 10.0.0.2

ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_all=1

# probe: it does not
ip netns exec a ping -n -c1 -W1 10.0.0.2

# probe: not even itself
ip netns exec b ping -n -c1 -W1 127.0.0.1

# probe: but it is there
ip netns exec a nc -n -v -z -w2 10.0.0.2 80

# cleanup
ip netns del a
ip netns del b

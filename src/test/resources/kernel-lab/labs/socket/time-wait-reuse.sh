# title: A port in TIME-WAIT
# teaches: The end that closes first keeps its port for a minute. Another connection between the same ends may
#   take it over after a second, over lo by default (tcp_tw_reuse 2), elsewhere if it is allowed (1).

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
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0 nud permanent
ip -n b neigh add 10.0.0.1 lladdr 02:00:00:00:00:0a dev eth0 nud permanent
ip netns exec a sysctl -qw net.ipv4.ip_local_port_range="40000 40000"
ip netns exec a nc -n -d -l -k 127.0.0.1 80 > /dev/null &
ip netns exec b nc -n -d -l -k 10.0.0.2 80 > /dev/null &
sleep 0.2

# probe: there is one port alone
ip netns exec a nc -n -v -z -w2 127.0.0.1 80

# probe: it rests
ip netns exec a ss -tan

# probe: within the second it is not to be had
ip netns exec a nc -n -v -z -w2 127.0.0.1 80
sleep 1.5

# probe: now it is
ip netns exec a nc -n -v -z -w2 127.0.0.1 80

# probe: a connection between other ends does not mind
ip netns exec a nc -n -v -z -w2 10.0.0.2 80
sleep 1.5

# probe: not over a cable
ip netns exec a nc -n -v -z -w2 10.0.0.2 80
ip netns exec a sysctl -qw net.ipv4.tcp_tw_reuse=1

# probe: unless it is allowed
ip netns exec a nc -n -v -z -w2 10.0.0.2 80
sleep 1.5
ip netns exec a sysctl -qw net.ipv4.tcp_tw_reuse=0

# probe: never
ip netns exec a nc -n -v -z -w2 127.0.0.1 80

# probe: a program that binds the port is refused in any case
ip netns exec a nc -n -v -z -w2 -p 40000 127.0.0.1 80

# cleanup
ip netns pids a | xargs -r kill
ip netns pids b | xargs -r kill
ip netns del a
ip netns del b

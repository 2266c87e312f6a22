# title: Traffic
ip netns add server
ip netns add laptop
ip netns exec server sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0
ip netns exec laptop sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0
ip -n server link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns laptop address 02:00:00:00:00:0b
ip -n server addr add 10.0.0.1/24 broadcast + dev eth0
ip -n laptop addr add 10.0.0.2/24 broadcast + dev eth0
ip -n server link set lo up
ip -n laptop link set lo up
ip -n server link set eth0 up
ip -n laptop link set eth0 up
ip netns exec server nc -n -d -l -k 0.0.0.0 8080 &
ip netns exec server nc -n -u -d -l -k 0.0.0.0 53 &
sleep 0.5

# probe: own over lo
echo hello | ip netns exec server nc -n -w1 -q0 10.0.0.1 8080

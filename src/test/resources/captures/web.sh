# title: A request over a cable
ip netns add server
ip netns add laptop
ip netns exec server sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec laptop sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n server link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns laptop address 02:00:00:00:00:0b
ip -n server addr add 10.0.0.1/24 broadcast + dev eth0
ip -n laptop addr add 10.0.0.2/24 broadcast + dev eth0
ip -n server link set lo up
ip -n laptop link set lo up
ip -n server link set eth0 up
ip -n laptop link set eth0 up
ip netns exec server nc -n -d -l -k 0.0.0.0 8080 &
sleep 0.3

# probe: a connection that ends at once
ip netns exec laptop nc -v -n -z -w2 10.0.0.1 8080

# probe: an echo
ip netns exec laptop ping -c2 -i0.2 10.0.0.1

# title: sockets
ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip link add eth0 netns a address 02:00:00:00:00:01 type veth peer name eth0 netns b address 02:00:00:00:00:02
ip -n a link set lo up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up
ip -n b link set eth0 up
ip netns exec b nc -n -l -k 8080 &
ip netns exec b nc -n -u -l 9999 &
ip netns exec a nc -n 10.0.0.2 8080 &
sleep 0.3
ip netns exec a netstat -gn
ip netns exec b netstat -tlno
ip netns exec b netstat -tano
ip netns exec b netstat -tlnW
ip netns exec b netstat -taln
ip netns exec b netstat -an
ip netns exec b netstat -ln
ip netns exec b netstat -n
ip netns exec b netstat -n4
ip netns exec b netstat -w
ip netns exec b netstat -x
ip netns exec b netstat --inet -n
ip netns exec b ss -tln
ip netns exec b ss -tan
ip netns exec b ss -o -tan
ip netns exec b ss -4 -tan
ip netns exec b ss -6 -tan
ip netns exec b ss -tanO
ip netns exec b ss -tan state listening
ip netns exec b ss -tan state established
ip netns exec b ss -tan state connected
ip netns exec b ss -tan state all
ip netns exec b ss -tan exclude listening
ip netns exec b ss -tn state foo
ip netns exec b ss -tan 'sport = :8080'
ip netns exec b ss -tan 'dport = :8080'
ip netns exec b ss -tan sport eq 8080
ip netns exec b ss -tan 'sport > :1024'
ip netns exec b ss -tan '( sport = :8080 or dport = :8080 )'
ip netns exec b ss -tan dst 10.0.0.1
ip netns exec b ss -tan src 10.0.0.2
ip netns exec b ss -tan src 10.0.0.0/24
ip netns exec b ss -tan dst 10.9.0.0/16
ip netns exec b ss -tan not dst 10.0.0.1
ip netns exec b ss -tan '! dst 10.0.0.1'
ip netns exec b ss -tan dst 10.0.0.1 and sport = :8080
ip netns exec b ss -tan foo
ip netns exec b ss -V
ip netns exec b ss -tunap
ip netns exec b ss -H -tan
ip netns exec b ss --tcp --all --numeric
ip netns exec b ss -r -tan
ip netns exec a telnet 10.0.0.2 81
ip netns exec a telnet 10.0.0.99
ip netns exec a sysctl -a --pattern ip_forward
ip netns exec a sysctl -a -r 'conf.eth0.rp_filter'
ip netns exec a sysctl -a --pattern 'nosuch'
ip netns exec a sysctl net.ipv4.ip_forward net.ipv4.ip_default_ttl
ip netns exec a sysctl -n net.ipv4.ip_forward
ip netns exec a sysctl -N net.ipv4.ip_forward
ip netns exec a sysctl -b net.ipv4.ip_forward
ip netns exec a sysctl net.ipv4.nosuch
ip netns exec a sysctl -e net.ipv4.nosuch
ip netns exec a sysctl -w net.ipv4.ip_forward=2
ip netns exec a sysctl -w net.ipv4.ip_forward=x
ip netns exec a sysctl -w net.ipv4.nosuch=1
ip netns exec a sysctl net.ipv4.ip_forward=1
ip netns exec a sysctl -w net/ipv4/ip_forward=0
ip netns exec a sysctl -w
ip netns exec a sysctl net.ipv4.conf.eth0
ip netns exec a sysctl net.ipv4.ip_local_port_range
ip netns exec a sysctl -w net.ipv4.ip_local_port_range="1000 2000"
ip netns exec a sysctl -w net.ipv4.ip_default_ttl=300
ip netns exec a sysctl net.ipv4.conf.eth0.forwarding
ip netns exec a sysctl -p /etc/nosuch
ip netns exec a sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'
ip netns exec a sh -c 'echo 1 > /proc/sys/net/ipv4/nosuch'
ip netns exec a cat /proc/sys/net/ipv4/ip_forward
ip netns exec a sh -c 'echo a b | tee /tmp/x1; cat /tmp/x1; echo c >> /tmp/x1; cat < /tmp/x1; rm /tmp/x1'
ip netns exec a echo -n hello
ip netns exec a printf 'a %s\n' b
ip netns exec a cat /nosuch
ip netns exec a cat /etc
ip netns exec a tee /nosuch/x
ip netns exec nosuch ls
ip netns exec a sh -c 'false || echo no; true && echo yes; false && echo never'
ip netns exec a false
ip netns exec a sleep x
ip netns exec a timeout 1 sleep 5
ip netns exec a timeout x sleep 5
ip netns exec a timeout 1

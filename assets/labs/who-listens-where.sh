# title: Who can reach a service on 127.0.0.1?
# teaches: A socket takes what is sent to the address it is bound to: 127.0.0.1 only from this host, 0.0.0.0
#   on every own address. Where nobody listens, TCP answers with a reset: refused.
# trace: laptop nc -v -n -z -w2 10.0.0.1 5000

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
ip netns exec server nc -n -d -l -k 127.0.0.1 5000 &
ip netns exec server nc -n -d -l -k 0.0.0.0 8080 &
ip netns exec server nc -n -d -l -k 127.0.0.1 3306 &
ip netns exec server nc -n -d -l -k 127.0.0.1 5432 &
ip netns exec server nc -n -d -l -k 127.0.0.1 6379 &
ip netns exec server nc -n -d -l -k 127.0.0.1 11211 &
ip netns exec server nc -n -d -l -k 127.0.0.1 9200 &
sleep 0.2

# probe: the sockets that listen
ip netns exec server ss -H -n -l -t | sort

# probe: a development server on 127.0.0.1, from this host
ip netns exec server nc -v -n -z -w2 127.0.0.1 5000

# probe: by the address of the cable: refused
ip netns exec server nc -v -n -z -w2 10.0.0.1 5000

# probe: from another host: refused too, there is no such socket
ip netns exec laptop nc -v -n -z -w2 10.0.0.1 5000

# probe: on 0.0.0.0 it takes both
ip netns exec laptop nc -v -n -z -w2 10.0.0.1 8080

# probe: and 127.0.0.1
ip netns exec server nc -v -n -z -w2 127.0.0.1 8080

# probe: MySQL has port 3306
ip netns exec server nc -v -n -z -w2 127.0.0.1 3306

# probe: PostgreSQL has 5432, not 3306
ip netns exec server nc -v -n -z -w2 127.0.0.1 5432

# probe: one program with itself, where nobody listens: both ends have one port
echo hello | ip netns exec server nc -n -w1 -p 7000 127.0.0.1 7000

# probe: nothing listens here
ip netns exec server nc -v -n -z -w2 127.0.0.1 5001

# probe: curl hears the same
ip netns exec server curl -sS http://127.0.0.1:5001/

# cleanup
ip netns pids server | xargs -r kill
ip netns del server
ip netns del laptop

# title: add, append, prepend, change, replace, delete
# teaches: What each of them does with a route that is there and with one that is not, and in which
#   order equal ones stand.

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
ip -n a link set eth0 up
ip netns exec b sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60
ip -n b link set eth0 up
ip -n a route add 10.1.0.0/16 via 10.0.0.2

# probe: there already
ip -n a route add 10.1.0.0/16 via 10.0.0.3

# probe: another metric is another route
ip -n a route add 10.1.0.0/16 via 10.0.0.3 metric 10

# probe: the smaller metric counts
ip -n a route get 10.1.2.3

# probe: appended behind the equal one
ip -n a route append 10.1.0.0/16 via 10.0.0.4

# probe: put before it
ip -n a route prepend 10.1.0.0/16 via 10.0.0.5

# probe: the order
ip -n a route show 10.1.0.0/16

# probe: the first of the smallest metric is used
ip -n a route get 10.1.2.3

# probe: changed
ip -n a route change 10.1.0.0/16 via 10.0.0.6

# probe: one that is not there cannot be changed
ip -n a route change 10.2.0.0/16 via 10.0.0.6

# probe: but replaced
ip -n a route replace 10.2.0.0/16 via 10.0.0.6

# probe: all of them
ip -n a route show

# probe: deleted by what is named
ip -n a route del 10.1.0.0/16 via 10.0.0.3

# probe: not there
ip -n a route del 10.1.0.0/16 via 10.0.0.3

# probe: any of them
ip -n a route del 10.1.0.0/16

# probe: what is left
ip -n a route show

# probe: no gateway there
ip -n a route add 10.3.0.0/16 via 10.99.0.1

# probe: told to believe it
ip -n a route add 10.3.0.0/16 via 10.99.0.1 dev eth0 onlink

# probe: a source that is not here
ip -n a route add 10.4.0.0/16 via 10.0.0.2 src 9.9.9.9

# probe: a prefix that is none
ip -n a route add 10.4.1.1/16 via 10.0.0.2

# probe: too narrow a scope
ip -n a route add 10.4.0.0/16 dev eth0 scope host

# probe: no device
ip -n a route add 10.4.0.0/16 dev eth7

ip -n a link set eth0 down

# probe: a device that is down
ip -n a route add 10.4.0.0/16 dev eth0

# probe: nothing is left
ip -n a route show

# cleanup
ip netns del a
ip netns del b

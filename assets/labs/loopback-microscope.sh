# title: What exactly happens inside lo?
# teaches: The driver of lo takes the packet and puts it into the receive queue: loopback_xmit, netif_rx,
#   process_backlog. So a packet is counted once as sent and once as received, without its link
#   header, and RX and TX are always equal. The frame has a link header, of zeros.
# trace: web-1 ping -c1 127.0.0.1

ip netns add web-1
ip netns exec web-1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n web-1 link set lo up

# probe: nothing yet
ip -n web-1 -s link show dev lo

# probe: two packets: a request and a reply
ip netns exec web-1 ping -c1 -W1 127.0.0.1

# probe: 2 packets of 84 bytes, both ways
ip -n web-1 -s link show dev lo

# probe: a big one fits, the mtu is 65536
ip netns exec web-1 ping -c1 -W1 -s 60000 127.0.0.1

# probe: the mtu may be larger still
ip -n web-1 link set lo mtu 2147483647

# probe: but not without end
ip -n web-1 link set lo mtu 2147483648

# and small: now lo has to cut
ip -n web-1 link set lo mtu 1000

# probe: fragments, put together again on the way up
ip netns exec web-1 ping -c1 -W1 -s 2000 127.0.0.1

# cleanup
ip netns del web-1

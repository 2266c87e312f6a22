# title: What iptables-restore refuses, and where it says the fault is
# teaches: A table is taken or refused as a whole, at its COMMIT. A chain must be declared before the first rule that leads to
#   it, though the complaint comes with the COMMIT; a second table before the COMMIT is a bad argument.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link set lo up
mkdir -p /etc/netns/rules
echo '*filter' > /etc/netns/rules/late
echo '-A INPUT -p tcp -j web' >> /etc/netns/rules/late
echo ':web - [0:0]' >> /etc/netns/rules/late
echo '-A web -j ACCEPT' >> /etc/netns/rules/late
echo 'COMMIT' >> /etc/netns/rules/late
echo '*nat' > /etc/netns/rules/nested
echo '*filter' >> /etc/netns/rules/nested
echo 'COMMIT' >> /etc/netns/rules/nested
echo '*filter' > /etc/netns/rules/open
echo '-A INPUT -j ACCEPT' >> /etc/netns/rules/open

# probe: the chain is declared after its use
ip netns exec a iptables-restore < /etc/netns/rules/late

# probe: nothing was taken
ip netns exec a iptables -S

# probe: a table inside a table
ip netns exec a iptables-restore < /etc/netns/rules/nested

# probe: no COMMIT
ip netns exec a iptables-restore < /etc/netns/rules/open

# probe: still nothing
ip netns exec a iptables -S

# cleanup
ip netns del a

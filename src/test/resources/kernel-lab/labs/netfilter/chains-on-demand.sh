# title: Chains come with their first rule
# teaches: iptables of today makes a built-in chain only when a rule or a policy needs it. Until then there is
#   nothing to delete from, nothing to zero, and packets do not stop there.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link set lo up
ip netns exec a iptables -A OUTPUT -d 127.0.0.0/8

# probe: there is nothing to delete from
ip netns exec a iptables -D INPUT 1

# probe: nor to zero
ip netns exec a iptables -Z INPUT

# probe: no such rule either
ip netns exec a iptables -D INPUT -j DROP

# probe: emptied, it is made
ip netns exec a iptables -F INPUT

# probe: now a first rule is missing
ip netns exec a iptables -D INPUT 1

# probe: policies are not counted yet
ip netns exec a ping -c1 -W1 127.0.0.1

# probe: the chains as they are listed
ip netns exec a iptables -nvL

# probe: zeroed, they count from now on
ip netns exec a iptables -Z

# probe: once more
ip netns exec a ping -c1 -W1 127.0.0.1

# probe: two packets at INPUT
ip netns exec a iptables-save -c | grep -v '^#'

# probe: listing with zeroing makes all of them
ip netns exec a iptables -nvL -Z

# probe: a table that is not there is shown as it would be
ip netns exec a iptables-save -t nat | grep -v '^#'

# probe: and cannot be zeroed
ip netns exec a iptables -t nat -nL -Z

# probe: deleting all chains leaves those with rules
ip netns exec a iptables -X

# probe: INPUT is gone again
ip netns exec a iptables -D INPUT 1

# probe: a chain with a policy of its own stays
ip netns exec a iptables -P FORWARD DROP

# probe: it cannot be deleted
ip netns exec a iptables -X FORWARD

# probe: other ports than the first ones are those above
ip netns exec a iptables -A INPUT -p tcp ! --dport :1023 -j ACCEPT

# probe: no device at all
ip netns exec a iptables -A FORWARD ! -o + -j ACCEPT

# probe: what became of them
ip netns exec a iptables -S

# cleanup
ip netns del a

# title: A server that serves once
# teaches: Without -k nc ends with its first connection, and the next one is refused; with -q and its
#   input at the end it hangs up by itself.

ip netns add a
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip -n a link set lo up
echo bye | ip netns exec a nc -n -l -q0 127.0.0.1 5001 &
ip netns exec a nc -n -d -l 127.0.0.1 5002 &
sleep 0.3

# probe: the server hangs up
ip netns exec a nc -n -d -w2 127.0.0.1 5001

# probe: and is gone
ip netns exec a nc -n -v -z -w2 127.0.0.1 5001

# probe: this one waits for the other end
echo hello | ip netns exec a nc -n -N -w2 127.0.0.1 5002

# probe: and is gone, too
ip netns exec a nc -n -v -z -w2 127.0.0.1 5002

# probe: what is left
ip netns exec a ss -H -tan

# cleanup
ip netns pids a | xargs -r kill
ip netns del a

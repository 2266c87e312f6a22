package org.packetwalk.testing;

/** Labs with a router, as texts. */
public final class Routers {
    /** Hosts a and b with a router r between them that forwards. */
    public static final String BETWEEN_TWO_HOSTS = String.join(
            "\n",
            "# title: A router between two hosts",
            "# teaches: a router lowers the TTL",
            "# trace: a ping -c1 10.2.0.2",
            "ip netns add a",
            "ip netns add r",
            "ip netns add b",
            "ip -n a link add eth0 type veth peer name eth0 netns r",
            "ip -n b link add eth0 type veth peer name eth1 netns r",
            "ip -n a addr add 10.1.0.2/24 dev eth0",
            "ip -n r addr add 10.1.0.1/24 dev eth0",
            "ip -n r addr add 10.2.0.1/24 dev eth1",
            "ip -n b addr add 10.2.0.2/24 dev eth0",
            "ip -n a link set eth0 up",
            "ip -n r link set eth0 up",
            "ip -n r link set eth1 up",
            "ip -n b link set eth0 up",
            "ip -n a route add default via 10.1.0.1",
            "ip -n b route add default via 10.2.0.1",
            "ip netns exec r sysctl -qw net.ipv4.ip_forward=1",
            "# probe: through the router",
            "ip netns exec a ping -c1 -W1 10.2.0.2",
            "");

    private Routers() {}
}

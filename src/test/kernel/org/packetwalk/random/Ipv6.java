package org.packetwalk.random;

/** Addresses, routes, rules and questions of IPv6. */
final class Ipv6 {

    private final Dice dice;
    private final LabText lab;
    private final boolean checks;
    private int port = 5000;

    Ipv6(Dice dice, LabText lab) {
        this.dice = dice;
        this.lab = lab;
        this.checks = dice.once(4);
    }

    /**
     * What a host gets before it has any device: no router is asked for, and addresses are either used at once or checked
     * without the wait of random length.
     */
    void start(String host) {
        lab.on(host, "sysctl -qw net.ipv6.conf.all.forwarding=" + (dice.once(3) ? 0 : 1));
        lab.on(
                host,
                "sysctl -qw net.ipv6.conf.default." + (checks ? "router_solicitation_delay=0" : "accept_dad=0")
                        + " net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0");
    }

    /** How long to wait until a change has had its effects. */
    String pause() {
        return checks ? "sleep 2.3" : "sleep 1.2";
    }

    /** Addresses of a device: a subnet of its own for each cable. */
    void addresses(String host) {
        for (String device : lab.devices(host)) {
            if (device.equals("lo")) {
                continue;
            }
            // Neighbours that do not answer fail soon; those that do are not asked again, which would depend on the lab's length.
            String neighbors = " net.ipv6.neigh." + device + ".";
            lab.on(host, "sysctl -qw" + neighbors + "retrans_time_ms=150" + neighbors + "delay_first_probe_time=60" + neighbors + "proxy_delay=0");
            if (!dice.once(6)) {
                String subnet = device.replaceAll("[^0-9]", "");
                lab.ip(host, "-6 addr add " + own(host, subnet) + "/" + dice.of("64", "64", "64", "127", "128", "56") + " dev " + device);
                apart();
            }
        }
    }

    /** Checks that begin within a few milliseconds may end in either order. */
    void apart() {
        if (checks) {
            lab.line("sleep 0.2");
        }
    }

    private static String own(String host, String subnet) {
        return "2001:db8:" + (subnet.isEmpty() ? "9" : subnet) + "::" + host.substring(1);
    }

    void change(String host) {
        apart();
        switch (dice.below(11)) {
            case 0, 1 -> address(host);
            case 2, 3 -> rule(host);
            case 4 -> setting(host);
            case 5 -> neighbor(host);
            case 6 -> {
                lab.ip(host, "link set " + lab.anyDevice(host) + " " + dice.of("down", "up", "mtu 1280", "mtu 1500", "mtu 1279"));
                lab.line(pause());
            }
            default -> route(host);
        }
    }

    private void setting(String host) {
        String device = dice.once(3) ? "all" : dice.once(5) ? "default" : lab.anyDevice(host);
        String key = switch (dice.below(16)) {
            case 0, 1, 2 -> "conf." + device + ".forwarding=" + dice.below(2);
            case 3 -> "conf." + device + ".accept_redirects=" + dice.below(2);
            case 4 -> "conf." + device + ".hop_limit=" + dice.of("1", "2", "64", "255");
            case 5 -> "conf." + device + ".ignore_routes_with_linkdown=" + dice.below(2);
            case 6 -> "conf." + device + ".use_oif_addrs_only=" + dice.below(2);
            case 7 -> "conf." + device + ".keep_addr_on_down=" + dice.below(2);
            case 8 -> "conf." + device + ".proxy_ndp=" + dice.below(2);
            case 9 -> "conf." + device + ".disable_ipv6=" + dice.below(2);
            case 10 -> "conf." + device + ".addr_gen_mode=" + dice.below(2);
            case 11 -> "icmp.echo_ignore_all=" + dice.below(2);
            case 12 -> "icmp.ratelimit=" + dice.of("0", "1000");
            case 13 -> "ip_nonlocal_bind=" + dice.below(2);
            case 14 -> "bindv6only=" + dice.below(2);
            default -> "conf." + device + ".mtu=" + dice.of("1280", "1400", "1500");
        };
        lab.on(host, "sysctl -w net.ipv6." + key);
        lab.line(pause());
    }

    private void neighbor(String host) {
        String device = lab.anyDevice(host);
        if (dice.once(3)) {
            lab.ip(host, "-6 neigh " + dice.of("add", "add", "del") + " proxy " + anyAddress() + " dev " + device);
            return;
        }
        lab.ip(
                host,
                "-6 neigh " + dice.of("add", "replace", "change", "del") + " " + dice.of(anyAddress(), linkLocal()) + " lladdr 02:00:00:00:00:0"
                        + (1 + dice.below(6)) + " dev " + device + dice.of(" nud permanent", " nud reachable", " nud stale", ""));
    }

    private void address(String host) {
        lab.ip(
                host,
                "-6 addr " + dice.of("add", "add", "add", "del", "replace") + " " + anyAddress() + dice.of("/64", "/128", "", "/48", " peer " + anyAddress()) + " dev "
                        + lab.anyDevice(host) + dice.maybe(8, dice.of(" nodad", " noprefixroute", " metric 77", " scope link")));
    }

    private void route(String host) {
        if (dice.once(6)) {
            lab.ip(host, "-6 route " + dice.of("del", "flush") + " " + anyPrefix() + dice.maybe(4, " dev " + lab.anyDevice(host)));
            return;
        }
        String type = dice.once(5) ? dice.of("unreachable ", "prohibit ", "blackhole ", "throw ", "local ", "anycast ") : "";
        lab.ip(
                host,
                "-6 route " + dice.of("add", "add", "add", "append", "replace", "change") + " " + type + anyPrefix() + way(host)
                        + dice.maybe(5, " metric " + dice.of("10", "100", "1024", "256"))
                        + dice.maybe(9, " src " + anyAddress())
                        + dice.maybe(9, " proto " + dice.of("static", "bird"))
                        + dice.maybe(12, dice.of(" mtu 1300", " advmss 500", " hoplimit 9"))
                        + dice.maybe(7, " table " + dice.of("77", "local", "main")));
    }

    private String way(String host) {
        return switch (dice.below(8)) {
            case 0, 1 -> " dev " + lab.anyDevice(host);
            case 2, 3 -> " via " + anyAddress() + " dev " + lab.anyDevice(host);
            case 4 -> " nexthop via " + anyAddress() + " dev " + lab.anyDevice(host) + " weight " + (1 + dice.below(3)) + " nexthop via " + anyAddress();
            case 5 -> "";
            default -> " via " + anyAddress();
        };
    }

    private void rule(String host) {
        lab.ip(
                host,
                "-6 rule " + dice.of("add", "add", "add", "add", "del") + dice.maybe(2, " pref " + dice.of("10", "100", "200", "40000"))
                        + dice.maybe(2, " from " + anyPrefix().replace("default", "all"))
                        + dice.maybe(2, " to " + anyPrefix().replace("default", "all"))
                        + dice.maybe(6, " iif " + lab.anyDevice(host))
                        + dice.maybe(8, " fwmark 1")
                        + dice.of(" lookup main", " table 77", " unreachable", " prohibit", " blackhole", " lookup main suppress_prefixlength 64", " goto 200", " lookup local"));
    }

    void question(String host) {
        switch (dice.below(16)) {
            case 0, 1, 2, 3 -> lab.ip(
                    host,
                    "-6 route get " + dice.maybe(10, "fibmatch ") + anyAddress() + dice.maybe(4, " from " + anyAddress())
                            + dice.maybe(6, " oif " + lab.anyDevice(host)) + dice.maybe(8, " mark 1"));
            case 4 -> received(host);
            case 5 -> show(host);
            case 6 -> lab.on(host, "ping -6 -n -c1 -W1 " + dice.of(linkLocal(), linkLocal(), "ff02::1", "ff02::2") + "%" + lab.anyDevice(host));
            case 7 -> lab.on(host, "traceroute -6 -n -q1 -m4 -w1 " + dice.maybe(6, "-s " + anyAddress() + " ") + anyAddress());
            case 8 -> datagram(host);
            case 9 -> connection(host);
            default -> lab.on(
                    host,
                    "ping -6 -n -c" + dice.of("1", "1", "2") + " -i0.2 -W" + dice.of("0.5", "1")
                            + dice.maybe(6, " -I " + dice.of(lab.anyDevice(host), anyAddress()))
                            + dice.maybe(6, " -t" + dice.of("1", "2", "3"))
                            + dice.maybe(6, " -s" + dice.of("0", "1000", "1452", "1453", "3000"))
                            + dice.maybe(9, " -M " + dice.of("do", "dont", "want"))
                            + dice.maybe(12, " -m 1")
                            + " " + anyAddress());
        }
    }

    private void received(String host) {
        lab.ip(host, "-6 route get " + anyAddress() + " from " + anyAddress() + " iif " + lab.anyDevice(host));
    }

    private void show(String host) {
        String device = lab.anyDevice(host);
        String words = dice.of(
                "-6 addr",
                "-6 addr show dev " + device,
                "-6 addr show scope " + dice.of("global", "link"),
                "-br -6 addr",
                "-6 -o addr",
                "-6 rule",
                "-6 -j route",
                "-6 -d route",
                "-6 route show dev " + device,
                "-6 route show table " + dice.of("77", "local", "all"),
                "-6 route show " + dice.of("match ", "root ", "exact ") + anyAddress(),
                "-6 neigh",
                "-6 neigh show proxy",
                "-6 maddr show dev " + device,
                "-6 addrlabel");
        lab.line("sleep 1.2");
        lab.ip(host, words);
    }

    private void datagram(String host) {
        String other = lab.anyHost();
        port++;
        if (!dice.once(3)) {
            lab.on(other, "nc -6 -n -u -l -d " + dice.maybe(3, anyAddress() + " ") + port + " &");
            lab.line("sleep 0.1");
        }
        lab.line("echo hello | ip netns exec " + host + " nc -6 -n -u -w1 -q0" + dice.maybe(5, " -s " + anyAddress()) + " " + anyAddress() + " " + port);
    }

    private void connection(String host) {
        String other = lab.anyHost();
        port++;
        if (!dice.once(3)) {
            lab.on(other, "nc -6 -n -l -k -d " + dice.maybe(3, anyAddress() + " ") + port + " &");
            lab.line("sleep 0.1");
        }
        lab.on(host, "nc -6 -n -z -v -w2" + dice.maybe(5, " -s " + anyAddress()) + " " + anyAddress() + " " + port);
    }

    private String linkLocal() {
        return "fe80::ff:fe00:" + (1 + dice.below(4));
    }

    private String anyAddress() {
        int kind = dice.below(20);
        if (kind < 12) {
            return own(dice.of(lab.hosts()), String.valueOf(1 + dice.below(3)));
        }
        return kind < 16
                ? "2001:db8:" + (1 + dice.below(4)) + "::" + dice.of("0", "5", "77", "ffff")
                : dice.of("::1", "2001:db8:ffff::1", "fd00::1", linkLocal(), "2002:a00:1::1", "::");
    }

    private String anyPrefix() {
        return switch (dice.below(6)) {
            case 0 -> "default";
            case 1 -> anyAddress();
            case 2 -> "2001:db8::/32";
            case 3 -> "fd00::/8";
            default -> "2001:db8:" + (1 + dice.below(4)) + "::/" + dice.of("64", "48", "56");
        };
    }

    /** What is compared when all is done. */
    void state(String host) {
        lab.ip(host, "-6 addr");
        lab.ip(host, "-6 route show table all");
        lab.ip(host, "-6 rule");
    }
}

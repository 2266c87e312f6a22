package org.packetwalk.random;

/** Addresses, routes, rules and questions of IPv6. */
final class Ipv6 {

    private final Dice dice;
    private final LabText lab;

    Ipv6(Dice dice, LabText lab) {
        this.dice = dice;
        this.lab = lab;
    }

    /** What a host gets before it has any device: no question whether an address is taken, no router asked for. */
    void start(String host) {
        lab.on(host, "sysctl -qw net.ipv6.conf.all.forwarding=" + (dice.once(3) ? 0 : 1));
        lab.on(
                host,
                "sysctl -qw net.ipv6.conf.default.dad_transmits=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0");
    }

    /** Addresses of a device: a subnet of its own for each cable. */
    void addresses(String host) {
        for (String device : lab.devices(host)) {
            if (!device.equals("lo") && !dice.once(6)) {
                String subnet = device.replaceAll("[^0-9]", "");
                lab.ip(host, "-6 addr add " + own(host, subnet) + "/" + dice.of("64", "64", "64", "127", "128", "56") + " dev " + device);
            }
        }
    }

    private static String own(String host, String subnet) {
        return "2001:db8:" + (subnet.isEmpty() ? "9" : subnet) + "::" + host.substring(1);
    }

    void change(String host) {
        switch (dice.below(8)) {
            case 0, 1 -> address(host);
            case 2, 3 -> rule(host);
            case 4 -> lab.ip(host, "link set " + lab.anyDevice(host) + " " + dice.of("down", "up", "mtu 1280", "mtu 1500", "mtu 1279"));
            default -> route(host);
        }
    }

    private void address(String host) {
        lab.ip(
                host,
                "-6 addr " + dice.of("add", "add", "add", "del", "replace") + " " + anyAddress() + dice.of("/64", "/128", "", "/48") + " dev "
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
        switch (dice.below(8)) {
            case 0, 1, 2 -> lab.ip(
                    host,
                    "-6 route get " + dice.maybe(10, "fibmatch ") + anyAddress() + dice.maybe(4, " from " + anyAddress())
                            + dice.maybe(6, " oif " + lab.anyDevice(host)) + dice.maybe(8, " mark 1"));
            case 3 -> lab.ip(host, dice.of("-6 addr", "-6 route show table all", "-6 rule", "-6 -j route", "-6 route show match " + anyAddress(), "-br -6 addr"));
            case 4 -> lab.on(host, "ping -6 -n -c1 -W1 " + linkLocal() + "%" + lab.anyDevice(host));
            default -> lab.on(
                    host,
                    "ping -6 -n -c" + dice.of("1", "1", "2") + " -i0.2 -W" + dice.of("0.5", "1")
                            + dice.maybe(6, " -I " + dice.of(lab.anyDevice(host), anyAddress()))
                            + dice.maybe(6, " -t" + dice.of("1", "2", "3"))
                            + dice.maybe(6, " -s" + dice.of("0", "1000", "1452", "1453", "3000"))
                            + " " + anyAddress());
        }
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

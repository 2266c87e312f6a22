package org.packetwalk.random;

/** Changes of addresses, links, neighbours, routes, rules and nexthop objects. */
final class Changes {

    private final Dice dice;
    private final LabText lab;

    Changes(Dice dice, LabText lab) {
        this.dice = dice;
        this.lab = lab;
    }

    void any(String host) {
        switch (dice.below(16)) {
            case 0, 1 -> address(host);
            case 2 -> link(host);
            case 3 -> neighbor(host);
            case 4, 5, 6 -> rule(host);
            case 7 -> nexthop(host);
            case 8 -> new Settings(dice, lab).any(host);
            default -> route(host);
        }
    }

    void address(String host) {
        String device = lab.anyDevice(host);
        String address = lab.anyAddress();
        if (dice.once(4)) {
            switch (dice.below(3)) {
                case 0 -> lab.ip(host, "addr flush dev " + device + dice.of("", " scope global", " to " + lab.anyPrefix()));
                case 1 -> lab.ip(host, "addr del " + address + "/24 dev " + device);
                default -> lab.ip(host, "addr del " + address + " dev " + device);
            }
            return;
        }
        lab.address(address);
        String peer = dice.maybe(7, " peer " + lab.anyAddress() + dice.of("", "/24"));
        String length = peer.isEmpty() ? dice.of("/24", "/24", "/32", "/30", "/31", "/16", "/8", "") : "";
        String verb = dice.of("add", "add", "add", "add", "replace", "change");
        lab.ip(
                host,
                "addr " + verb + " " + address + length + peer
                        + dice.maybe(5, dice.of(" brd +", " brd -", " brd 10.0.1.255"))
                        + dice.maybe(6, " scope " + dice.of("link", "host", "global", "200"))
                        + " dev " + device
                        + dice.maybe(9, " label " + device + ":" + dice.of("a", "x1"))
                        + dice.maybe(9, " metric " + dice.below(300))
                        + dice.maybe(12, " noprefixroute"));
    }

    void link(String host) {
        String device = lab.anyDevice(host);
        String setting = switch (dice.below(12)) {
            case 0, 1, 2 -> "down";
            case 3, 4, 5 -> "up";
            case 6, 7 -> "mtu " + dice.of("1500", "1400", "1280", "576", "68", "67", "9000", "70000", "600");
            case 8 -> "arp " + dice.of("on", "off");
            case 9 -> "promisc " + dice.of("on", "off");
            case 10 -> "txqueuelen " + dice.of("10", "1000");
            default -> dice.of("alias some", "group 7", "multicast off", "allmulticast on", "nomaster", "address 02:00:00:00:01:01");
        };
        lab.ip(host, "link set " + dice.of("", "dev ") + device + " " + setting);
        if (setting.equals("up") || setting.equals("down")) {
            // the other end learns of its carrier up to a second later, and how long commands take is no part of a lab
            lab.line("sleep 1.2");
        }
    }

    void neighbor(String host) {
        String device = lab.anyDevice(host);
        String address = lab.anyAddress();
        switch (dice.below(8)) {
            case 0 -> lab.ip(host, "neigh del " + address + " dev " + device);
            case 1 -> lab.ip(host, "neigh flush " + dice.of("dev " + device, "all", "to " + lab.anyPrefix()));
            case 2 -> lab.ip(host, "neigh " + dice.of("add", "del") + " proxy " + address + " dev " + device);
            case 3 -> lab.ip(host, "neigh change " + address + " nud " + dice.of("stale", "failed", "reachable") + " dev " + device);
            default -> lab.ip(
                    host,
                    "neigh " + dice.of("add", "replace") + " " + address + " lladdr 02:00:00:00:00:"
                            + dice.of("01", "02", "03", "04", "77") + " nud "
                            + dice.of("permanent", "permanent", "reachable", "stale", "noarp") + " dev " + device);
        }
    }

    void rule(String host) {
        String verb = dice.once(6) ? "del" : "add";
        String pref = dice.once(4) ? "" : " pref " + dice.of("10", "20", "100", "100", "200", "40000", "0");
        if (verb.equals("del") && dice.once(3)) {
            lab.ip(host, "rule del" + dice.of(" pref 0", " lookup main", " pref 32767", " table 77") + pref.replace("0 ", ""));
            return;
        }
        lab.ip(
                host,
                "rule " + verb + pref
                        + dice.maybe(10, " not")
                        + dice.maybe(3, " from " + lab.anyPrefix().replace("default", "all"))
                        + dice.maybe(3, " to " + lab.anyPrefix().replace("default", "0/0"))
                        + dice.maybe(5, " iif " + lab.anyDevice(host))
                        + dice.maybe(7, " oif " + lab.anyDevice(host))
                        + dice.maybe(8, " fwmark " + dice.of("1", "0x10/0xf0", "7/3"))
                        + dice.maybe(8, " " + dice.of("tos", "dsfield") + " " + dice.of("0x10", "0x08", "4", "0x1c"))
                        + dice.maybe(10, " ipproto " + dice.of("icmp", "tcp", "udp", "17"))
                        + dice.maybe(12, " dport " + dice.of("80", "1000-3000"))
                        + dice.maybe(15, " sport " + dice.of("1024", "1000-60000"))
                        + dice.maybe(15, " uidrange " + dice.of("0-0", "5-1000"))
                        + dice.maybe(20, " protocol " + dice.of("static", "77"))
                        + action());
    }

    private String action() {
        return switch (dice.below(12)) {
            case 0 -> " goto " + dice.of("100", "200", "32766", "32767", "500");
            case 1 -> " nop";
            case 2 -> " unreachable";
            case 3 -> " prohibit";
            case 4 -> " blackhole";
            case 5, 6 -> " lookup main suppress_prefixlength " + dice.of("0", "8", "24");
            case 7 -> " lookup main";
            case 8 -> " lookup default";
            case 9 -> " table local";
            case 10 -> " lookup 77";
            default -> " table 300";
        };
    }

    void nexthop(String host) {
        String device = lab.anyDevice(host);
        int id = 1 + dice.below(5);
        switch (dice.below(8)) {
            case 0 -> lab.ip(host, "nexthop del id " + id);
            case 1, 2, 3 -> lab.ip(host, "nexthop " + dice.of("add", "replace") + " id " + (10 + id) + " group " + (1 + dice.below(4)) + dice.of("", ",2", ",3") + "/" + (1 + dice.below(5)) + dice.maybe(4, ",20"));
            case 4 -> lab.ip(host, "nexthop replace id " + id + " dev " + device);
            case 5 -> lab.ip(host, "nexthop add id " + id + " dev " + device);
            default -> lab.ip(host, "nexthop add id " + id + " via " + lab.anyAddress() + " dev " + device + dice.maybe(6, " onlink"));
        }
        if (dice.once(2)) {
            lab.ip(host, "route " + dice.of("add", "replace") + " " + lab.anyPrefix() + " nhid " + dice.of(String.valueOf(id), String.valueOf(10 + id)) + table());
        }
    }

    void route(String host) {
        if (dice.once(6)) {
            lab.ip(host, "route " + dice.of("del", "del", "flush") + " " + lab.anyPrefix() + dice.maybe(4, " dev " + lab.anyDevice(host)) + table());
            return;
        }
        String verb = dice.of("add", "add", "add", "add", "append", "prepend", "replace", "change");
        String type = dice.once(4)
                ? dice.of("unreachable ", "prohibit ", "blackhole ", "throw ", "local ", "broadcast ", "unicast ", "multicast ")
                : "";
        boolean way = !type.matches("(unreachable|prohibit|blackhole|throw) ") || dice.once(15);
        lab.ip(
                host,
                "route " + verb + " " + type + lab.anyPrefix()
                        + (way ? way(host) : "")
                        + dice.maybe(7, " src " + lab.anyAddress())
                        + dice.maybe(5, " metric " + dice.of("0", "10", "100", "4294967295"))
                        + dice.maybe(9, " tos " + dice.of("0x10", "0x08", "0x1c", "0x20"))
                        + dice.maybe(12, " scope " + dice.of("link", "host", "global", "nowhere", "150"))
                        + dice.maybe(12, " proto " + dice.of("static", "kernel", "bird", "99"))
                        + dice.maybe(14, dice.of(" mtu 1300", " mtu lock 1200", " advmss 500", " hoplimit 9", " window 2000", " initcwnd 4"))
                        + table());
    }

    private String way(String host) {
        String device = lab.anyDevice(host);
        return switch (dice.below(10)) {
            case 0, 1 -> " dev " + device;
            case 2 -> " via " + lab.anyAddress() + " dev " + device + " onlink";
            case 3, 4 -> " via " + lab.anyAddress() + " dev " + device;
            case 5, 6 -> nexthops(host);
            case 7 -> "";
            default -> " via " + lab.anyAddress();
        };
    }

    private String nexthops(String host) {
        StringBuilder ways = new StringBuilder();
        for (int i = 0; i <= dice.below(3); i++) {
            ways.append(" nexthop")
                    .append(dice.once(3) ? "" : " via " + lab.anyAddress())
                    .append(dice.once(3) ? "" : " dev " + lab.anyDevice(host))
                    .append(dice.maybe(2, " weight " + (1 + dice.below(5))))
                    .append(dice.maybe(9, " onlink"));
        }
        return ways.toString();
    }

    private String table() {
        return dice.maybe(5, " table " + dice.of("77", "300", "local", "default", "main"));
    }
}

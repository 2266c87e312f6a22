package org.packetwalk.random;

/** Packets sent and state read. */
final class Questions {

    private final Dice dice;
    private final LabText lab;
    private int port = 5000;

    Questions(Dice dice, LabText lab) {
        this.dice = dice;
        this.lab = lab;
    }

    void any(String host) {
        switch (dice.below(16)) {
            case 0, 1, 2, 3, 4 -> routeGet(host);
            case 5 -> show(host);
            case 6 -> files(host);
            case 7 -> traceroute(host);
            case 8 -> datagram(host);
            case 9 -> connection(host);
            default -> ping(host);
        }
    }

    void routeGet(String host) {
        boolean input = dice.once(4);
        lab.ip(
                host,
                dice.maybe(15, "-o ") + "route get " + dice.maybe(12, "fibmatch ") + lab.anyAddress()
                        + (input ? " from " + lab.anyAddress() + " iif " + lab.anyDevice(host)
                                : dice.maybe(4, " from " + lab.anyAddress()))
                        + dice.maybe(6, " oif " + lab.anyDevice(host))
                        + dice.maybe(8, " tos " + dice.of("0x10", "0x08", "0x1c"))
                        + dice.maybe(8, " mark " + dice.of("1", "0x10", "7"))
                        + dice.maybe(9, " ipproto " + dice.of("udp", "tcp", "icmp"))
                        + dice.maybe(12, " sport 1024")
                        + dice.maybe(12, " dport 80")
                        + dice.maybe(15, " uid " + dice.of("0", "1000")));
    }

    void ping(String host) {
        String count = dice.of("1", "1", "1", "2", "3");
        lab.on(
                host,
                "ping -n -c" + count + " -i0.2 -W" + dice.of("0.5", "0.5", "0.5", "1")
                        + dice.maybe(5, " -I " + dice.of(lab.anyDevice(host), lab.anyAddress()))
                        + dice.maybe(6, " -t" + dice.of("1", "2", "3"))
                        + dice.maybe(5, " -s" + dice.of("0", "8", "1000", "1472", "1473", "3000", "9000"))
                        + dice.maybe(7, " -M " + dice.of("do", "dont", "want", "probe"))
                        + dice.maybe(9, " -Q " + dice.of("0x10", "8", "0x1c"))
                        + dice.maybe(9, " -m " + dice.of("1", "16", "7"))
                        + dice.maybe(7, " -b")
                        + dice.maybe(12, " -q")
                        + " " + lab.anyAddress());
    }

    private void traceroute(String host) {
        lab.on(
                host,
                "traceroute -n -q1 -m4 -w0.4" + dice.maybe(4, " -I") + dice.maybe(6, " -s " + lab.anyAddress())
                        + " " + lab.anyAddress());
    }

    private void datagram(String host) {
        String other = lab.anyHost();
        port++;
        if (!dice.once(3)) {
            lab.on(other, "nc -n -u -l -d " + dice.maybe(3, lab.anyAddress() + " ") + port + " &");
            lab.line("sleep 0.1");
        }
        lab.line("echo hello | ip netns exec " + host + " nc -n -u -w1 -q0" + dice.maybe(5, " -s " + lab.anyAddress()) + " " + lab.anyAddress() + " " + port);
    }

    private void connection(String host) {
        String other = lab.anyHost();
        port++;
        if (!dice.once(3)) {
            lab.on(other, "nc -n -l -k -d " + dice.maybe(3, lab.anyAddress() + " ") + port + " &");
            lab.line("sleep 0.1");
        }
        lab.on(host, "nc -n -z -v -w2" + dice.maybe(5, " -s " + lab.anyAddress()) + " " + lab.anyAddress() + " " + port);
    }

    void show(String host) {
        lab.line("sleep 0.4");
        String device = lab.anyDevice(host);
        String words = switch (dice.below(14)) {
            case 0 -> "addr show" + dice.of("", " dev " + device, " up", " scope global", " to " + lab.anyPrefix());
            case 1 -> "-br addr";
            case 2 -> "-4 -o addr" + dice.of("", " show " + device);
            case 3 -> dice.of("-br ", "", "-s ") + "link" + dice.of("", " show dev " + device);
            case 4 -> "route show table " + dice.of("all", "main", "local", "77");
            case 5 -> "route show " + dice.of("match ", "root ", "exact ", "") + lab.anyPrefix();
            case 6 -> "route show " + dice.of("dev " + device, "proto kernel", "type local table local", "scope link", "via " + lab.anyAddress());
            case 7 -> "rule" + dice.of("", " show table 77", " list pref 100");
            case 8 -> "neigh" + dice.of("", " show dev " + device, " show nud permanent", " show proxy", " show " + lab.anyAddress());
            case 9 -> "nexthop" + dice.of("", " show dev " + device, " show groups");
            case 10 -> "-j " + dice.of("addr", "route", "rule", "neigh", "link", "route show table all");
            case 11 -> "-d route show table all";
            case 12 -> "maddr show" + dice.of("", " dev " + device);
            default -> "-o route";
        };
        lab.ip(host, words);
    }

    private void files(String host) {
        lab.line("sleep 0.4");
        lab.on(
                host,
                dice.of(
                        "cat /proc/net/route",
                        "cat /proc/net/fib_trie",
                        "cat /proc/net/fib_triestat",
                        "cat /proc/net/arp",
                        "cat /proc/net/dev",
                        "cat /proc/net/snmp",
                        "ss -tuln",
                        "netstat -tuln",
                        "arp -n",
                        "ifconfig",
                        "bridge link",
                        "bridge fdb"));
    }

    /** What is compared when all is done. */
    void state(String host) {
        lab.ip(host, "addr");
        lab.ip(host, "-s link");
        lab.ip(host, "route show table all");
        lab.ip(host, "rule");
        lab.ip(host, "neigh");
        lab.ip(host, "nexthop");
        lab.on(host, "cat /proc/net/fib_trie /proc/net/fib_triestat /proc/net/route");
        lab.on(host, "cat /proc/net/snmp");
    }
}

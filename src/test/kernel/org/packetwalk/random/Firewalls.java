package org.packetwalk.random;

/** Labs about iptables or ip6tables: hosts that reach each other, rules on each, and traffic of every kind. */
final class Firewalls {

    private static final int TURNS = 14;
    private static final int MOST_SETTINGS = 3;

    private final Dice dice;
    private final LabText lab;
    private final Settings settings;
    private final Changes changes;
    private final Questions questions;
    private final Filters filters;
    private final boolean six;
    private final FilterAddresses addresses;
    private int port = 5100;

    Firewalls(Dice dice, LabText lab, boolean six) {
        this.six = six;
        this.addresses = six ? new Addresses6(dice, lab) : new Addresses(dice, lab);
        this.dice = dice;
        this.lab = lab;
        this.settings = new Settings(dice, lab);
        this.changes = new Changes(dice, lab);
        this.questions = new Questions(dice, lab);
        this.filters = new Filters(dice, lab, addresses);
    }

    /** Addresses of IPv4. */
    private record Addresses(Dice dice, LabText lab) implements FilterAddresses {

        @Override
        public boolean six() {
            return false;
        }

        @Override
        public String any() {
            return lab.anyAddress();
        }

        @Override
        public String own() {
            return lab.ownAddress();
        }

        @Override
        public String network() {
            return dice.once(3) ? lab.anyPrefix().replace("default", "0.0.0.0/0") : dice.once(2) ? lab.ownAddress() : LabText.network(lab.ownAddress(), 24);
        }
    }

    /** Addresses of IPv6. */
    private record Addresses6(Dice dice, LabText lab) implements FilterAddresses {

        @Override
        public boolean six() {
            return true;
        }

        @Override
        public String any() {
            return dice.once(2) ? own() : dice.of("2001:db8:1::77", "2001:db8:2::ffff", "2001:db8:1::", "fd00::1", "ff02::1", "::1", "2001:db8:9::1");
        }

        @Override
        public String own() {
            return lab.ownAddress();
        }

        @Override
        public String network() {
            return dice.of(any(), own(), own() + "/64", "2001:db8::/32", own() + "/127", "fe80::/10", "ff00::/8");
        }
    }

    void write() {
        new FirewallWires(dice, lab, six).lay();
        for (String host : lab.hosts()) {
            lab.on(host, "sysctl -qw net.ipv" + (six ? "6.conf.all.forwarding=" : "4.ip_forward=") + (dice.once(10) ? 0 : 1));
            lab.on(host, "sysctl -qw " + (six ? "net.ipv6.icmp.ratelimit=0" : "net.ipv4.icmp_ratelimit=0"));
            if (six) {
                neighbors(host);
            } else {
                settings.trusting(host);
                settings.impatient(host);
            }
            lasting(host);
        }
        for (int i = six ? 0 : dice.below(MOST_SETTINGS); i > 0; i--) {
            settings.any(lab.anyHost());
        }
        services();
        lab.line(six ? "sleep 4" : "sleep 0.1");
        for (String host : lab.hosts()) {
            if (!dice.once(5)) {
                filters.rules(host);
            }
        }
        lab.line("sleep 1.2");
        for (int i = 0; i < TURNS; i++) {
            String host = lab.anyHost();
            if (dice.once(4)) {
                lab.line("sleep 0.4");
                change(host);
            }
            // Redirects and errors within a few hundredths of a second are fewer, which would depend on how fast commands are.
            lab.line("sleep 0.1");
            question(host);
        }
        lab.line("sleep 3.6");
        lab.hosts().forEach(this::state);
    }

    /** Neighbours that do not answer fail soon; those that do are not asked again, which would depend on the lab's length. */
    private void neighbors(String host) {
        for (String device : lab.devices(host)) {
            String names = " net.ipv6.neigh." + device + ".";
            lab.on(host, "sysctl -qw" + names + "retrans_time_ms=150" + names + "delay_first_probe_time=60");
        }
    }

    /**
     * Connections are remembered longer than a lab lasts; each kind of moment with a time of its own. What TCP repeats
     * without a program it repeats briefly: how often would depend on how long the lab takes.
     */
    private void lasting(String host) {
        lab.on(host, "sysctl -qw net.ipv4.tcp_synack_retries=1 net.ipv4.tcp_orphan_retries=2");
        lab.on(
                host,
                "sysctl -qw net.netfilter.nf_conntrack_udp_timeout=600 net.netfilter.nf_conntrack_udp_timeout_stream=1200"
                        + " net.netfilter.nf_conntrack_icmp" + (six ? "v6" : "") + "_timeout=1800 net.netfilter.nf_conntrack_tcp_timeout_close=2400"
                        + " net.netfilter.nf_conntrack_tcp_timeout_last_ack=3000 net.netfilter.nf_conntrack_tcp_timeout_close_wait=3600"
                        + " net.netfilter.nf_conntrack_tcp_timeout_syn_recv=4200 net.netfilter.nf_conntrack_generic_timeout=4800");
    }

    /** Who listens all the time. */
    private void services() {
        for (String host : lab.hosts()) {
            if (!dice.once(3)) {
                lab.on(host, "nc -n -l -k -d " + dice.of("5001", "5001", "80") + " &");
            }
            if (!dice.once(3)) {
                lab.on(host, "nc -n -u -l -k -d 5002 &");
            }
        }
        lab.line("sleep 0.3");
    }

    private void change(String host) {
        switch (six ? 2 + dice.below(8) : dice.below(10)) {
            case 0 -> settings.any(host);
            case 1 -> changes.any(host);
            case 2 -> lab.on(host, "conntrack " + dice.of("-F", "-D -p udp", "-D -p tcp", "-D -s " + lab.ownAddress()) + (six ? " -f ipv6" : ""));
            case 3 -> lab.ip(host, family() + "rule add fwmark " + dice.of("1", "0x10/0xf0", "7") + dice.of(" unreachable", " blackhole", " table 77", " lookup main"));
            case 4 -> lab.ip(host, family() + "route add default dev " + lab.anyDevice(host) + " table 77");
            default -> filters.change(host);
        }
    }

    private String family() {
        return six ? "-6 " : "";
    }

    private String to() {
        return dice.once(6) ? addresses.any() : lab.ownAddress();
    }

    private void question(String host) {
        switch (dice.below(22)) {
            case 0, 1, 2, 3, 4, 5 -> ping(host);
            case 6, 7 -> lab.on(host, "nc -n -z -v -w2 " + from() + to() + " " + dice.of("5001", "5001", "80", "5003"));
            case 8, 9, 10 -> lab.line("echo hello | ip netns exec " + host + " nc -n -N -w2 " + from() + to() + " " + dice.of("5001", "5001", "80"));
            case 11, 12, 13 -> lab.line("echo hello | ip netns exec " + host + " nc -n -u -w1 -q0 " + from() + to() + " " + dice.of("5002", "5002", "5003"));
            case 14 -> datagrams(host);
            case 15 -> answered(host);
            case 16, 17 -> routeGet(host);
            case 18 -> lab.on(host, "traceroute " + family() + "-n -q1 -m4 -w0.4" + (six ? "" : dice.maybe(4, " -I")) + " " + to());
            case 19 -> {
                if (six) {
                    ping(host);
                } else {
                    questions.ping(host);
                }
            }
            default -> filters.question(host);
        }
    }

    private void routeGet(String host) {
        if (six) {
            lab.ip(host, "-6 route get " + to() + dice.maybe(3, " mark " + dice.of("1", "0x10", "7")));
        } else {
            questions.routeGet(host);
        }
    }

    private String from() {
        return dice.maybe(8, "-s " + lab.ownAddress() + " ");
    }

    private void ping(String host) {
        lab.on(
                host,
                "ping " + family() + "-n -c" + dice.of("1", "1", "2", "3") + " -i0.2 -W" + dice.of("0.5", "1")
                        + dice.maybe(8, " -I " + lab.ownAddress().replaceFirst("^::1$", "2001:db8:1::1"))
                        + dice.maybe(8, " -t" + dice.of("1", "2"))
                        + dice.maybe(8, " -s" + dice.of("0", "1000", "1473", "3000"))
                        + dice.maybe(8, " -m " + dice.of("1", "16", "7"))
                        + " " + to());
    }

    /** A datagram and its answer. */
    private void datagrams(String host) {
        port++;
        String address = lab.ownAddress();
        lab.line("echo answer | ip netns exec " + lab.anyHost() + " nc -n -u -l " + port + " &");
        lab.line("sleep 0.1");
        lab.line("echo hello | ip netns exec " + host + " nc -n -u -w1 " + address + " " + port);
    }

    /** A request and its answer. */
    private void answered(String host) {
        port++;
        String server = lab.anyHost();
        lab.line("printf 'HTTP/1.0 200 OK\\r\\nContent-Length: 3\\r\\n\\r\\nhi\\n' | ip netns exec " + server + " nc -n -l -N " + port + " &");
        lab.line("sleep 0.1");
        lab.on(host, "curl -s -m2 http://" + (six ? "[" + lab.ownAddress() + "]" : lab.ownAddress()) + ":" + port + "/");
    }

    /** What is compared when all is done. */
    private void state(String host) {
        if (six) {
            lab.on(host, "cat /proc/net/snmp6");
        } else {
            lab.ip(host, "-s link");
            lab.ip(host, "neigh");
        }
        lab.on(host, "head -n1000 /proc/net/snmp");
        lab.on(host, "cat /proc/net/netstat");
        filters.state(host);
    }
}

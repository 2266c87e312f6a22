package org.packetwalk.random;

/** Labs about iptables: hosts in a row or on a bridge that reach each other, rules on each, and traffic of every kind. */
final class Firewalls {

    private static final int TURNS = 14;
    private static final int MOST_SETTINGS = 3;

    private final Dice dice;
    private final LabText lab;
    private final Settings settings;
    private final Changes changes;
    private final Questions questions;
    private final Filters filters;
    private int port = 5100;

    Firewalls(Dice dice, LabText lab) {
        this.dice = dice;
        this.lab = lab;
        this.settings = new Settings(dice, lab);
        this.changes = new Changes(dice, lab);
        this.questions = new Questions(dice, lab);
        this.filters = new Filters(dice, lab, new Addresses(dice, lab));
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

    void write() {
        hosts();
        for (String host : lab.hosts()) {
            lab.on(host, "sysctl -qw net.ipv4.ip_forward=" + (dice.once(10) ? 0 : 1));
            lab.on(host, "sysctl -qw net.ipv4.icmp_ratelimit=0");
            settings.trusting(host);
            settings.impatient(host);
            lasting(host);
        }
        for (int i = dice.below(MOST_SETTINGS); i > 0; i--) {
            settings.any(lab.anyHost());
        }
        services();
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
                lab.line("sleep 0.1");
            }
            question(host);
        }
        lab.line("sleep 1.2");
        lab.hosts().forEach(this::state);
    }

    /** Connections are remembered longer than a lab lasts; each kind of moment with a time of its own. */
    private void lasting(String host) {
        lab.on(
                host,
                "sysctl -qw net.netfilter.nf_conntrack_udp_timeout=600 net.netfilter.nf_conntrack_udp_timeout_stream=1200"
                        + " net.netfilter.nf_conntrack_icmp_timeout=1800 net.netfilter.nf_conntrack_tcp_timeout_close=2400"
                        + " net.netfilter.nf_conntrack_tcp_timeout_last_ack=3000 net.netfilter.nf_conntrack_tcp_timeout_close_wait=3600"
                        + " net.netfilter.nf_conntrack_tcp_timeout_syn_recv=4200 net.netfilter.nf_conntrack_generic_timeout=4800");
    }

    private void hosts() {
        if (dice.once(3)) {
            bridged(2 + dice.below(2));
        } else {
            row(1 + dice.below(3));
        }
        for (String host : lab.hosts()) {
            if (dice.once(8)) {
                String address = "10.9." + host.substring(1) + ".1";
                lab.address(address);
                lab.ip(host, "addr add " + address + "/32 dev lo");
            }
        }
    }

    private void begin(String host) {
        lab.host(host);
        lab.ip(host, "link set lo up");
    }

    /** Hosts in a row, each with routes to all subnets, seldom without one of them. */
    private void row(int cables) {
        for (int i = 0; i <= cables; i++) {
            begin("h" + i);
        }
        for (int i = 1; i <= cables; i++) {
            cable("h" + (i - 1), "r" + i, "h" + i, "l" + i, lab.newSubnet());
        }
        for (int host = 0; host <= cables; host++) {
            for (int subnet = 1; subnet <= cables; subnet++) {
                if (subnet < host && !dice.once(12)) {
                    lab.ip("h" + host, "route add 10.0." + subnet + ".0/24 via 10.0." + host + ".1");
                } else if (subnet > host + 1 && !dice.once(12)) {
                    lab.ip("h" + host, "route add " + dice.of("10.0." + subnet + ".0/24", "default") + " via 10.0." + (host + 1) + ".2");
                }
            }
        }
    }

    /** Hosts on a bridge of the first, and one beyond it. */
    private void bridged(int ports) {
        begin("h0");
        lab.ip("h0", "link add br0 type bridge mcast_snooping 0");
        lab.device("h0", "br0");
        int subnet = lab.newSubnet();
        address("h0", "br0", subnet, 9);
        lab.ip("h0", "link set br0 up");
        for (int i = 1; i <= ports; i++) {
            begin("h" + i);
            lab.ip("h0", "link add p" + i + " type veth peer name e0 netns h" + i);
            lab.device("h0", "p" + i);
            lab.device("h" + i, "e0");
            lab.ip("h0", "link set p" + i + " master br0 up");
            address("h" + i, "e0", subnet, i);
            lab.ip("h" + i, "link set e0 up");
            lab.ip("h" + i, "route add default via 10.0." + subnet + ".9");
        }
        begin("h9");
        int outer = lab.newSubnet();
        cable("h0", "r9", "h9", "l9", outer);
        if (!dice.once(4)) {
            lab.ip("h9", "route add default via 10.0." + outer + ".1");
        }
        if (dice.once(3)) {
            lab.on("h0", "sysctl -qw net.bridge.bridge-nf-call-iptables=0");
        }
    }

    private void cable(String left, String leftDevice, String right, String rightDevice, int subnet) {
        lab.ip(left, "link add " + leftDevice + " type veth peer name " + rightDevice + " netns " + right);
        lab.device(left, leftDevice);
        lab.device(right, rightDevice);
        address(left, leftDevice, subnet, 1);
        address(right, rightDevice, subnet, 2);
        lab.ip(left, "link set " + leftDevice + " up");
        lab.ip(right, "link set " + rightDevice + " up");
    }

    private void address(String host, String device, int subnet, int number) {
        String address = "10.0." + subnet + "." + number;
        lab.address(address);
        lab.ip(host, "addr add " + address + "/24 dev " + device);
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
        switch (dice.below(10)) {
            case 0 -> settings.any(host);
            case 1 -> changes.any(host);
            case 2 -> lab.on(host, "conntrack " + dice.of("-F", "-D -p icmp", "-D -p tcp", "-D -s " + lab.ownAddress()));
            case 3 -> lab.ip(host, "rule add fwmark " + dice.of("1", "0x10/0xf0", "7") + dice.of(" unreachable", " blackhole", " table 77", " lookup main"));
            case 4 -> lab.ip(host, "route add default dev " + lab.anyDevice(host) + " table 77");
            default -> filters.change(host);
        }
    }

    private String to() {
        return dice.once(6) ? lab.anyAddress() : lab.ownAddress();
    }

    private void question(String host) {
        switch (dice.below(22)) {
            case 0, 1, 2, 3, 4, 5 -> ping(host);
            case 6, 7 -> lab.on(host, "nc -n -z -v -w2 " + from() + to() + " " + dice.of("5001", "5001", "80", "5003"));
            case 8, 9, 10 -> lab.line("echo hello | ip netns exec " + host + " nc -n -N -w2 " + from() + to() + " " + dice.of("5001", "5001", "80"));
            case 11, 12, 13 -> lab.line("echo hello | ip netns exec " + host + " nc -n -u -w1 -q0 " + from() + to() + " " + dice.of("5002", "5002", "5003"));
            case 14 -> datagrams(host);
            case 15 -> answered(host);
            case 16, 17 -> questions.routeGet(host);
            case 18 -> lab.on(host, "traceroute -n -q1 -m4 -w0.4" + dice.maybe(4, " -I") + " " + to());
            case 19 -> questions.ping(host);
            default -> filters.question(host);
        }
    }

    private String from() {
        return dice.maybe(8, "-s " + lab.ownAddress() + " ");
    }

    private void ping(String host) {
        lab.on(
                host,
                "ping -n -c" + dice.of("1", "1", "2", "3") + " -i0.2 -W" + dice.of("0.5", "1")
                        + dice.maybe(8, " -I " + lab.ownAddress())
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
        lab.on(host, "curl -s -m2 http://" + lab.ownAddress() + ":" + port + "/");
    }

    /** What is compared when all is done. */
    private void state(String host) {
        lab.ip(host, "-s link");
        lab.ip(host, "neigh");
        lab.on(host, "head -n1000 /proc/net/snmp");
        lab.on(host, "cat /proc/net/netstat");
        filters.state(host);
    }
}

package org.packetwalk.random;

import java.util.List;

/** Up to eight rules of iptables or ip6tables on a host, in the tables filter, nat, mangle and raw. */
final class Filters {

    private static final int MOST_RULES = 8;

    private final Dice dice;
    private final LabText lab;
    private final FilterAddresses addresses;
    private final FilterMatches matches;
    private final String tool;

    Filters(Dice dice, LabText lab, FilterAddresses addresses) {
        this.dice = dice;
        this.lab = lab;
        this.addresses = addresses;
        this.matches = new FilterMatches(dice, lab, addresses);
        this.tool = addresses.six() ? "ip6tables" : "iptables";
    }

    private void on(String host, String words) {
        lab.on(host, tool + " " + words);
    }

    void rules(String host) {
        if (!dice.once(3)) {
            on(host, "-N mine");
        }
        if (dice.once(3)) {
            on(host, "-t nat -N more");
        }
        for (int i = 1 + dice.below(MOST_RULES); i > 0; i--) {
            rule(host);
        }
        if (dice.once(4)) {
            policy(host);
        }
    }

    private void policy(String host) {
        on(host, dice.maybe(5, "-t " + dice.of("mangle ", "raw ", "nat ")) + "-P " + dice.of("INPUT", "FORWARD", "OUTPUT") + " " + dice.of("DROP", "DROP", "ACCEPT"));
    }

    /** A rule more, a rule less, or the counters from zero. */
    void change(String host) {
        String table = dice.of("", "", "-t nat ", "-t mangle ");
        String chain = dice.of("INPUT", "OUTPUT", "FORWARD", "PREROUTING", "POSTROUTING", "mine");
        switch (dice.below(12)) {
            case 0, 1 -> on(host, table + "-D " + chain + " " + (1 + dice.below(2)));
            case 2 -> on(host, table + "-Z" + dice.maybe(2, " " + chain));
            case 3 -> on(host, table + "-F " + dice.maybe(3, chain));
            case 4 -> policy(host);
            case 5 -> on(host, table + dice.of("-X", "-X mine", "-N mine", "-N other", "-E mine ours"));
            case 6 -> on(host, "-C " + chain + matches.of(host, chain, false) + " -j ACCEPT");
            case 7 -> on(host, "-R " + chain + " 1" + matches.of(host, chain, false) + filterTarget(chain));
            default -> rule(host);
        }
    }

    void rule(String host) {
        switch (dice.below(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> filter(host);
            case 8, 9, 10, 11 -> nat(host, dice.of("PREROUTING", "PREROUTING", "OUTPUT", "more"));
            case 12, 13, 14 -> nat(host, dice.of("POSTROUTING", "POSTROUTING", "POSTROUTING", "INPUT"));
            case 15, 16, 17 -> mangle(host);
            case 18 -> raw(host);
            default -> odd(host);
        }
    }

    private String adding() {
        return dice.of("-A ", "-A ", "-A ", "-I ");
    }

    private void filter(String host) {
        String chain = dice.of("INPUT", "INPUT", "OUTPUT", "FORWARD", "FORWARD", "mine");
        on(host, adding() + chain + matches.of(host, chain, false) + filterTarget(chain));
    }

    private String filterTarget(String chain) {
        return switch (dice.below(12)) {
            case 0, 1, 2 -> " -j ACCEPT";
            case 3, 4 -> " -j DROP";
            case 5 -> " -j REJECT";
            case 6 -> " -j REJECT --reject-with " + (addresses.six()
                    ? dice.of("icmp6-no-route", "icmp6-adm-prohibited", "icmp6-addr-unreachable", "icmp6-port-unreachable")
                    : dice.of("icmp-host-prohibited", "icmp-net-unreachable", "icmp-admin-prohibited", "icmp-proto-unreachable", "icmp-net-prohibited"));
            case 7, 8 -> chain.equals("mine") ? " -j RETURN" : dice.of(" -j mine", " -j mine", " -g mine");
            case 9 -> dice.of(" -j LOG", " -j LOG --log-prefix seen", " -j LOG --log-level 6");
            case 10 -> " -j RETURN";
            default -> "";
        };
    }

    private void nat(String host, String chain) {
        boolean arrives = !chain.equals("POSTROUTING") && !chain.equals("INPUT");
        String target = arrives ? arrival(chain) : departure(chain);
        on(host, "-t nat " + adding() + chain + matches.of(host, chain, target.matches(".*(:|--to-ports ).*") && !addresses.six()) + target);
    }

    private String arrival(String chain) {
        return switch (dice.below(9)) {
            case 0 -> " -j REDIRECT";
            case 1 -> " -j REDIRECT --to-ports " + dice.of("5001", "5002");
            case 2 -> dice.of(" -j ACCEPT", " -j RETURN");
            case 3 -> " -j DNAT --to-destination " + addresses.own() + (addresses.six() ? "" : ":" + dice.of("5001", "5002"));
            case 4 -> chain.equals("more") ? "" : " -j more";
            case 5 -> addresses.six() ? "" : " -j NETMAP --to " + dice.of("10.0.1.0/24", "10.0.2.0/24", "10.0.2.0/30");
            default -> " -j DNAT --to-destination " + dice.of(addresses.own(), addresses.own(), addresses.any());
        };
    }

    private String departure(String chain) {
        return switch (dice.below(8)) {
            case 0, 1, 2 -> chain.equals("INPUT") ? " -j SNAT --to-source " + addresses.own() : " -j MASQUERADE";
            case 3 -> dice.of(" -j ACCEPT", " -j RETURN");
            case 4 -> addresses.six() || chain.equals("INPUT") ? "" : " -j NETMAP --to 10.0." + dice.of("1", "7") + ".0/24";
            default -> " -j SNAT --to-source " + dice.of(addresses.own(), addresses.own(), addresses.any());
        };
    }

    private void mangle(String host) {
        String chain = dice.of("PREROUTING", "OUTPUT", "OUTPUT", "FORWARD", "INPUT", "POSTROUTING");
        String target = switch (dice.below(8)) {
            case 0 -> dice.of(" -j DROP", " -j ACCEPT");
            case 1 -> " -j CONNMARK --save-mark";
            case 2 -> " -j CONNMARK --restore-mark";
            case 3 -> " -j CONNMARK --set-mark " + dice.of("1", "7");
            case 4 -> " -j MARK " + dice.of("--or-mark 0x10", "--and-mark 0xf", "--xor-mark 1", "--set-xmark 0x10/0xf0");
            default -> " -j MARK --set-mark " + dice.of("1", "0x10", "7");
        };
        on(host, "-t mangle " + adding() + chain + matches.of(host, chain, false) + target);
    }

    private void raw(String host) {
        String chain = dice.of("PREROUTING", "OUTPUT");
        on(host, "-t raw " + adding() + chain + matches.of(host, chain, false) + dice.of(" -j NOTRACK", " -j CT --notrack", " -j DROP", " -j ACCEPT", " -j MARK --set-mark 1"));
    }

    /** What the tool or the kernel refuses. */
    void odd(String host) {
        String chain = dice.of("INPUT", "OUTPUT", "FORWARD", "PREROUTING", "POSTROUTING", "nowhere");
        String target = dice.of(" -j ACCEPT", " -j MASQUERADE", " -j DNAT --to-destination " + addresses.own(), " -j nowhere", " -j REJECT --reject-with tcp-reset", " -j NOTRACK", " -j SNAT --to-source " + addresses.own(), " -m tcp -p tcp -j REJECT --reject-with tcp-reset");
        on(host, dice.of("", "-t nat ", "-t mangle ", "-t raw ") + adding() + chain + matches.of(host, chain, false) + target);
    }

    /** Asks for rules, counters or connections in between. */
    void question(String host) {
        String table = dice.of("", "-t nat ", "-t mangle ");
        switch (dice.below(6)) {
            case 0 -> on(host, table + "-S" + dice.maybe(2, dice.of(" -v", " INPUT", " mine", " OUTPUT 1")));
            case 1 -> on(host, table + "-L -n" + dice.of("", " -v", " --line-numbers", " -v -x"));
            case 2 -> on(host, table + "-L " + dice.of("INPUT", "OUTPUT", "POSTROUTING", "mine") + " -n -v" + dice.maybe(4, " -Z"));
            case 3 -> lab.on(host, tool + "-save" + dice.of("", " -c", " -t nat", " -t filter"));
            default -> connections(host, dice.of("", " -p tcp", " -p icmp", " --src-nat", " --dst-nat", " -s " + addresses.own()));
        }
    }

    private void connections(String host, String which) {
        lab.on(host, "conntrack -L" + (addresses.six() ? " -f ipv6" : "") + which);
    }

    /** What is compared when all is done. */
    void state(String host) {
        lab.on(host, tool + "-save -c");
        for (String table : List.of("filter", "nat", "mangle", "raw")) {
            on(host, "-t " + table + " -L -v -n -x");
        }
        connections(host, "");
    }
}

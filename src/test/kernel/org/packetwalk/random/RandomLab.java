package org.packetwalk.random;

import java.util.List;

/** Thinks up small labs: hosts and wires, settings, changes and questions in turn, and their state at the end. */
public final class RandomLab {

    private static final int CHANGES_AT_FIRST = 10;
    private static final int TURNS = 12;
    private static final int MOST_CHANGES = 25;

    /** By then a neighbour that does not answer has failed: no change meets it half way, which would be by chance. */
    private static final String UNANSWERED = "sleep 0.4";

    private RandomLab() {}

    /** The lines that make the hosts of a seed, and after them questions about their routes. */
    public static List<String> hosts(long seed, int questions) {
        Dice dice = new Dice(seed);
        LabText lab = new LabText(dice, false);
        new Wires(dice, lab).lay();
        Settings settings = new Settings(dice, lab);
        Changes changes = new Changes(dice, lab);
        for (int i = dice.below(MOST_CHANGES); i >= 0; i--) {
            if (dice.once(3)) {
                settings.any(lab.anyHost());
            } else {
                changes.any(lab.anyHost());
            }
        }
        lab.line("sleep 1.5");
        Questions asked = new Questions(dice, lab);
        for (int i = 0; i < questions; i++) {
            asked.routeGet(lab.anyHost());
        }
        return lab.lines();
    }

    /** What the labs are about. */
    public enum Subject {
        /** IPv4 without iptables. */
        IPV4,
        /** TCP connections between two hosts and inside of one. */
        TCP,
        /** Hosts that reach each other, with up to eight rules of iptables on each. */
        NETFILTER,
        /** The same with IPv6 and ip6tables. */
        NETFILTER6,
        /** Rules of iptables and ip6tables that meet no packet: what is refused, how the others are printed. */
        RULES,
        /** IPv6 addresses, routes, rules, pings and questions. */
        IPV6,
        /** IPv4 with a VXLAN tunnel. */
        TUNNELS
    }

    /** The lines of the lab of a seed. */
    public static List<String> lines(Subject subject, long seed) {
        if (subject == Subject.TCP) {
            return Connections.lines(seed);
        }
        Dice dice = new Dice(seed);
        LabText lab = new LabText(dice, subject == Subject.IPV6 || subject == Subject.NETFILTER6);
        if (subject == Subject.IPV6) {
            ipv6(dice, lab);
        } else if (subject == Subject.NETFILTER) {
            new Firewalls(dice, lab, false).write();
        } else if (subject == Subject.NETFILTER6) {
            new Firewalls(dice, lab, true).write();
        } else if (subject == Subject.RULES) {
            new Rules(dice, lab).write();
        } else {
            ipv4(subject, dice, lab);
        }
        return lab.lines();
    }

    private static void ipv6(Dice dice, LabText lab) {
        Ipv6 ipv6 = new Ipv6(dice, lab);
        new Wires(dice, lab).layRow(ipv6::start);
        lab.line(ipv6.pause());
        lab.hosts().forEach(ipv6::addresses);
        for (int i = dice.below(CHANGES_AT_FIRST); i >= 0; i--) {
            ipv6.change(lab.anyHost());
        }
        lab.line(ipv6.pause());
        for (int i = 0; i < TURNS; i++) {
            String host = lab.anyHost();
            if (dice.once(3)) {
                ipv6.change(host);
                lab.line(ipv6.pause());
            }
            ipv6.question(host);
        }
        lab.line("sleep 1.2");
        lab.hosts().forEach(ipv6::state);
    }

    private static void ipv4(Subject subject, Dice dice, LabText lab) {
        new Wires(dice, lab).lay();
        Settings settings = new Settings(dice, lab);
        Changes changes = new Changes(dice, lab);
        Questions questions = new Questions(dice, lab);
        Tunnels tunnels = new Tunnels(dice, lab);
        for (String host : lab.hosts()) {
            settings.start(host);
            settings.trusting(host);
            settings.impatient(host);
        }
        if (subject == Subject.TUNNELS) {
            tunnels.lay();
        }
        for (int i = dice.below(CHANGES_AT_FIRST); i >= 0; i--) {
            if (dice.once(3)) {
                settings.any(lab.anyHost());
            } else {
                changes.any(lab.anyHost());
            }
        }
        lab.line("sleep 0.3");
        for (int i = 0; i < TURNS; i++) {
            String host = lab.anyHost();
            if (dice.once(3)) {
                lab.line(UNANSWERED);
                if (subject == Subject.TUNNELS && dice.once(2)) {
                    tunnels.change(dice.of("h0", "h1"));
                } else {
                    changes.any(host);
                }
                lab.line("sleep 0.1");
            }
            questions.any(host);
        }
        lab.line("sleep 1.2");
        lab.hosts().forEach(questions::state);
    }
}

package org.packetwalk.random;

import java.util.List;

/** Up to eight rules of iptables on a host, in the tables filter, nat and mangle. */
final class Filters {

    private static final int MOST_RULES = 8;

    private final Dice dice;
    private final LabText lab;

    Filters(Dice dice, LabText lab) {
        this.dice = dice;
        this.lab = lab;
    }

    void rules(String host) {
        lab.on(host, "iptables -N mine");
        for (int i = 1 + dice.below(MOST_RULES); i > 0; i--) {
            rule(host);
        }
        if (dice.once(4)) {
            lab.on(host, "iptables -P " + dice.of("INPUT", "FORWARD", "OUTPUT") + " DROP");
        }
    }

    /** A rule more, a rule less, or the counters from zero. */
    void change(String host) {
        switch (dice.below(5)) {
            case 0 -> lab.on(host, "iptables " + dice.of("", "-t nat ") + "-D " + dice.of("INPUT", "OUTPUT") + " " + (1 + dice.below(2)));
            case 1 -> lab.on(host, "iptables -Z");
            case 2 -> lab.on(host, "iptables -F " + dice.of("mine", "FORWARD", "INPUT"));
            default -> rule(host);
        }
    }

    private void rule(String host) {
        switch (dice.below(9)) {
            case 0, 1, 2, 3 -> {
                String chain = dice.of("INPUT", "INPUT", "OUTPUT", "FORWARD", "FORWARD", "mine");
                lab.on(host, "iptables " + dice.of("-A ", "-A ", "-I ") + chain + matches(host, chain) + filterTarget(chain));
            }
            case 4, 5 -> lab.on(host, "iptables -t nat -A PREROUTING" + matches(host, "PREROUTING") + arrival());
            case 6 -> lab.on(host, "iptables -t nat -A POSTROUTING" + matches(host, "POSTROUTING") + departure());
            case 7 -> lab.on(host, "iptables -t nat -A OUTPUT" + matches(host, "OUTPUT") + arrival());
            default -> {
                String chain = dice.of("PREROUTING", "OUTPUT", "FORWARD", "INPUT", "POSTROUTING");
                lab.on(
                        host,
                        "iptables -t mangle -A " + chain + matches(host, chain) + " -j MARK --set-mark "
                                + dice.of("1", "0x10", "7"));
            }
        }
    }

    private String matches(String host, String chain) {
        String protocol = switch (dice.below(6)) {
            case 0, 1 -> " -p icmp" + dice.maybe(2, " --icmp-type " + dice.of("echo-request", "8", "echo-reply", "destination-unreachable", "3/3", "time-exceeded"));
            case 2 -> " -p tcp" + dice.maybe(2, dice.of(" --dport ", " --sport ", " ! --dport ") + dice.of("80", "5001:5003", "1024:"))
                    + dice.maybe(6, dice.of(" --syn", " --tcp-flags SYN,RST SYN"));
            case 3 -> " -p udp" + dice.maybe(2, dice.of(" --dport ", " --sport ") + dice.of("53", "5001:5003"));
            default -> "";
        };
        boolean in = List.of("INPUT", "FORWARD", "PREROUTING").contains(chain);
        boolean out = List.of("OUTPUT", "FORWARD", "POSTROUTING").contains(chain);
        return dice.maybe(3, dice.maybe(5, " !") + " -s " + network())
                + dice.maybe(3, dice.maybe(5, " !") + " -d " + network())
                + (in ? dice.maybe(4, dice.maybe(5, " !") + " -i " + lab.anyDevice(host)) : "")
                + (out ? dice.maybe(4, dice.maybe(5, " !") + " -o " + lab.anyDevice(host)) : "")
                + protocol
                + dice.maybe(6, " -m conntrack --ctstate " + dice.of("NEW", "ESTABLISHED", "RELATED,ESTABLISHED", "INVALID"))
                + dice.maybe(9, " -m mark --mark " + dice.of("1", "0x10/0xf0", "7"))
                + dice.maybe(9, " -m addrtype --dst-type " + dice.of("LOCAL", "UNICAST", "BROADCAST", "MULTICAST"))
                + dice.maybe(12, " -m comment --comment some");
    }

    private String network() {
        return lab.anyPrefix().replace("default", "0.0.0.0/0");
    }

    private String filterTarget(String chain) {
        return switch (dice.below(8)) {
            case 0, 1 -> " -j ACCEPT";
            case 2, 3 -> " -j DROP";
            case 4 -> " -j REJECT";
            case 5 -> " -j REJECT --reject-with " + dice.of("icmp-host-prohibited", "icmp-net-unreachable", "icmp-admin-prohibited");
            case 6 -> chain.equals("mine") ? " -j RETURN" : " -j mine";
            default -> "";
        };
    }

    private String arrival() {
        return switch (dice.below(4)) {
            case 0 -> " -j REDIRECT";
            case 1 -> " -j ACCEPT";
            default -> " -j DNAT --to-destination " + lab.anyAddress();
        };
    }

    private String departure() {
        return switch (dice.below(3)) {
            case 0 -> " -j MASQUERADE";
            case 1 -> " -j ACCEPT";
            default -> " -j SNAT --to-source " + lab.anyAddress();
        };
    }

    /** What is compared when all is done. */
    void state(String host) {
        lab.on(host, "iptables-save -c");
        lab.on(host, "iptables -t nat -L -n -v");
        lab.on(host, "iptables -S");
    }
}

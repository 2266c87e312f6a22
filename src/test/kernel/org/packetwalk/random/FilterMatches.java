package org.packetwalk.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a random rule of iptables or ip6tables compares: nothing up to a handful of things, negated now and then. */
final class FilterMatches {

    private final Dice dice;
    private final LabText lab;
    private final FilterAddresses addresses;

    FilterMatches(Dice dice, LabText lab, FilterAddresses addresses) {
        this.dice = dice;
        this.lab = lab;
        this.addresses = addresses;
    }

    /** Words of a rule of a chain on a host; those of a protocol with ports if the target needs one. */
    String of(String host, String chain, boolean withPorts) {
        boolean in = !List.of("OUTPUT", "POSTROUTING").contains(chain);
        boolean out = !List.of("INPUT", "PREROUTING").contains(chain);
        List<String> words = new ArrayList<>();
        words.add(dice.maybe(4, not(6) + "-s " + addresses.network()));
        words.add(dice.maybe(4, not(6) + "-d " + addresses.network()));
        words.add(in || dice.once(60) ? dice.maybe(5, not(5) + "-i " + device(host)) : "");
        words.add(out || dice.once(60) ? dice.maybe(5, not(5) + "-o " + device(host)) : "");
        words.add(protocol(withPorts));
        words.add(dice.maybe(4, extension(host, chain)));
        words.add(dice.maybe(12, extension(host, chain)));
        if (dice.once(4)) {
            Collections.shuffle(words, new java.util.Random(dice.below(1000)));
        }
        return " " + String.join(" ", words);
    }

    private String not(int in) {
        return dice.maybe(in, "! ");
    }

    private String device(String host) {
        return dice.once(8) ? dice.of("l+", "r+", "e+", "+", "br+", "lo+") : lab.anyDevice(host);
    }

    private String protocol(boolean withPorts) {
        return switch (withPorts ? 3 + dice.below(5) : dice.below(10)) {
            case 0, 1, 2 -> icmp();
            case 3, 4, 5 -> tcp();
            case 6, 7 -> udp();
            case 8 -> not(2) + "-p " + dice.of("tcp", "udp", "icmp", "17", "1", "sctp", "all", "99");
            default -> "";
        };
    }

    private String icmp() {
        if (addresses.six()) {
            return "-p ipv6-icmp " + dice.maybe(2, not(6) + "--icmpv6-type " + dice.of("echo-request", "128", "echo-reply", "destination-unreachable", "1/4", "1/1", "time-exceeded", "packet-too-big", "router-solicitation"));
        }
        return "-p icmp " + dice.maybe(2, not(6) + "--icmp-type " + dice.of("echo-request", "8", "echo-reply", "destination-unreachable", "3/3", "3/13", "host-prohibited", "time-exceeded", "fragmentation-needed", "any"));
    }

    private String tcp() {
        return "-p tcp " + ports("tcp")
                + dice.maybe(6, " " + not(4) + dice.of("--syn", "--tcp-flags SYN,RST SYN", "--tcp-flags ALL SYN,ACK", "--tcp-flags FIN FIN", "--tcp-flags RST RST", "--tcp-flags ALL NONE", "--tcp-option 8"));
    }

    private String udp() {
        return "-p udp " + ports("udp");
    }

    private String ports(String module) {
        return switch (dice.below(7)) {
            case 0, 1, 2 -> dice.maybe(5, "-m " + module + " ") + not(6) + dice.of("--dport ", "--dport ", "--dport ", "--sport ") + openPorts();
            case 3 -> "-m multiport " + not(6) + dice.of("--dports ", "--sports ", "--ports ") + anyPorts() + dice.maybe(2, "," + anyPorts()) + dice.maybe(3, ",7000:7005");
            case 4 -> "--sport 1024: --dport " + anyPorts();
            default -> "";
        };
    }

    private String anyPorts() {
        return dice.of("5001", "5001", "5002", "5002", "5003", "80", "5001:5003", "5002:65535", "1:65535");
    }

    private String openPorts() {
        return dice.once(4) ? dice.of(":5002", "5002:") : anyPorts();
    }

    private String extension(String host, String chain) {
        return switch (dice.below(22)) {
            case 0, 1, 2, 3 -> "-m conntrack " + not(6) + "--ctstate " + states();
            case 4 -> "-m conntrack " + conntrack();
            case 5 -> "-m state --state " + dice.of("NEW", "ESTABLISHED,RELATED", "INVALID");
            case 6, 7, 8 -> "-m mark " + not(5) + "--mark " + dice.of("1", "0x10/0xf0", "7", "0", "0/0x1");
            case 9 -> "-m connmark " + not(5) + "--mark " + dice.of("1", "0x10/0xf0", "7", "0");
            case 10, 11, 12 -> "-m addrtype " + not(6) + dice.of("--dst-type ", "--dst-type ", "--src-type ") + types()
                    + dice.maybe(8, List.of("OUTPUT", "POSTROUTING").contains(chain) ? " --limit-iface-out" : " --limit-iface-in");
            case 13, 14 -> "-m limit --limit " + dice.of("1/hour", "6/hour", "2/day", "100/day") + dice.maybe(2, " --limit-burst " + dice.of("1", "2", "7"));
            case 15, 16 -> "-m statistic --mode nth " + not(6) + dice.of("--every 2 --packet 0", "--every 2 --packet 1", "--every 3 --packet 1", "--every 1 --packet 0", "--every 5 --packet 4");
            case 17 -> "-m statistic --mode random " + not(3) + "--probability " + dice.of("0", "1");
            case 18 -> "-m comment --comment " + dice.of("some", "two-words", "x");
            case 19 -> lab.devices(host).contains("br0") ? physdev(host, chain) : "-m mark --mark 1";
            case 20 -> chain.equals("OUTPUT") ? "-m owner " + not(3) + "--uid-owner " + dice.of("0", "1000", "0-99") : "-m mark ! --mark 1";
            default -> addresses.six() ? "-m conntrack --ctstate NEW" : not(3) + "-f";
        };
    }

    private String states() {
        return dice.of("NEW", "ESTABLISHED", "RELATED,ESTABLISHED", "RELATED", "INVALID", "NEW,INVALID", "DNAT", "SNAT", "UNTRACKED", "NEW,ESTABLISHED");
    }

    private String conntrack() {
        return switch (dice.below(8)) {
            case 0 -> not(4) + "--ctorigdst " + subnet();
            case 1 -> not(4) + "--ctorigsrc " + subnet();
            case 2 -> "--ctreplsrc " + subnet();
            case 3 -> "--ctproto " + dice.of("tcp", "17", "icmp");
            case 4 -> not(4) + "--ctstatus " + dice.of("NONE", "SEEN_REPLY", "ASSURED", "CONFIRMED", "ASSURED,CONFIRMED");
            case 5 -> "--ctdir " + dice.of("ORIGINAL", "REPLY");
            case 6 -> "--ctorigdstport " + anyPorts();
            default -> "--ctstate " + states() + " --ctdir " + dice.of("ORIGINAL", "REPLY");
        };
    }

    private String subnet() {
        return addresses.own() + dice.of("", addresses.six() ? "/64" : "/24");
    }

    private String types() {
        return dice.of("LOCAL", "LOCAL", "UNICAST", addresses.six() ? "ANYCAST" : "BROADCAST", "MULTICAST", "LOCAL,MULTICAST", "UNREACHABLE");
    }

    private String physdev(String host, String chain) {
        String port = dice.of("p1", "p2", "p+");
        return "-m physdev " + (List.of("INPUT", "PREROUTING").contains(chain)
                ? not(4) + "--physdev-in " + port
                : dice.of("--physdev-is-bridged", not(4) + "--physdev-in " + port, "--physdev-is-bridged --physdev-out " + port, "--physdev-is-in"));
    }
}

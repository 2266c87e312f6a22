package org.packetwalk.kernel.netfilter;

import java.util.OptionalInt;

/** The names of transport protocols as iptables knows them ({@code xtables_chain_protos}). */
public enum ProtocolNames {
    ICMP("icmp", 1),
    IGMP("igmp", 2),
    IPENCAP("ipencap", 4),
    TCP("tcp", 6),
    UDP("udp", 17),
    DCCP("dccp", 33),
    IPV6("ipv6", 41),
    RSVP("rsvp", 46),
    GRE("gre", 47),
    ESP("esp", 50),
    AH("ah", 51),
    ICMPV6("ipv6-icmp", 58),
    EIGRP("eigrp", 88),
    OSPF("ospf", 89),
    PIM("pim", 103),
    IPCOMP("ipcomp", 108),
    VRRP("vrrp", 112),
    L2TP("l2tp", 115),
    SCTP("sctp", 132),
    UDPLITE("udplite", 136);

    private final String label;
    private final int number;

    ProtocolNames(String label, int number) {
        this.label = label;
        this.number = number;
    }

    /** The name of a number, or the number as text; {@code all} for 0. */
    public static String name(int number) {
        for (ProtocolNames protocol : values()) {
            if (protocol.number == number) {
                return protocol.label;
            }
        }
        return number == 0 ? "all" : Integer.toString(number);
    }

    /** The number of a name. */
    public static OptionalInt number(String name) {
        for (ProtocolNames protocol : values()) {
            if (protocol.label.equals(name)) {
                return OptionalInt.of(protocol.number);
            }
        }
        return switch (name) {
            case "all" -> OptionalInt.of(0);
            case "icmpv6" -> OptionalInt.of(58);
            case "ipip" -> OptionalInt.of(4);
            default -> OptionalInt.empty();
        };
    }
}

package org.packetwalk.capture;

/** Protocol numbers and their names. */
final class IpProtocols {

    static final int ICMP = 1;
    static final int IGMP = 2;
    static final int IPV4 = 4;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int IPV6 = 41;
    static final int HOP_BY_HOP = 0;
    static final int ROUTING = 43;
    static final int FRAGMENT = 44;
    static final int ICMPV6 = 58;
    static final int NO_NEXT = 59;
    static final int DESTINATION_OPTIONS = 60;
    static final int SCTP = 132;

    private IpProtocols() {}

    /** As the verbose text names it. */
    static String label(int protocol) {
        return switch (protocol) {
            case HOP_BY_HOP -> "Options";
            case ICMP -> "ICMP";
            case IGMP -> "IGMP";
            case IPV4 -> "IPIP";
            case TCP -> "TCP";
            case 8 -> "EGP";
            case 9 -> "IGRP";
            case UDP -> "UDP";
            case IPV6 -> "IPv6";
            case ROUTING -> "Routing";
            case FRAGMENT -> "Fragment";
            case 46 -> "RSVP";
            case 47 -> "GRE";
            case 50 -> "ESP";
            case 51 -> "AH";
            case ICMPV6 -> "ICMPv6";
            case 89 -> "OSPF";
            case 103 -> "PIM";
            case 112 -> "VRRP";
            case SCTP -> "SCTP";
            default -> "unknown";
        };
    }

    /** As {@code /etc/protocols} names it. */
    static String word(int protocol) {
        return switch (protocol) {
            case HOP_BY_HOP -> "hopopt";
            case ICMP -> "icmp";
            case IGMP -> "igmp";
            case IPV4 -> "ipencap";
            case TCP -> "tcp";
            case 8 -> "egp";
            case 9 -> "igp";
            case UDP -> "udp";
            case IPV6 -> "ipv6";
            case ROUTING -> "ipv6-route";
            case FRAGMENT -> "ipv6-frag";
            case 46 -> "rsvp";
            case 47 -> "gre";
            case 50 -> "esp";
            case 51 -> "ah";
            case ICMPV6 -> "ipv6-icmp";
            case NO_NEXT -> "ipv6-nonxt";
            case DESTINATION_OPTIONS -> "ipv6-opts";
            case 89 -> "ospf";
            case 103 -> "pim";
            case 112 -> "vrrp";
            case SCTP -> "sctp";
            case 255 -> "reserved";
            default -> "ip-proto-" + protocol;
        };
    }
}

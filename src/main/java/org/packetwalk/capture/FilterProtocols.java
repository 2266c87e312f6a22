package org.packetwalk.capture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.packetwalk.capture.FilterNumber.Base;

/** The protocols filter expressions name. */
final class FilterProtocols {

    /** Not a later fragment of IPv4. */
    static final Filter FIRST_FRAGMENT = new Filter.Masked(EtherTypes.IPV4, 6, 2, 0x1fff, 0);

    private static final Map<String, Integer> TYPES = new TreeMap<>(
            Map.of("ip", EtherTypes.IPV4, "arp", EtherTypes.ARP, "rarp", EtherTypes.REVERSE_ARP, "ip6", EtherTypes.IPV6));
    private static final Map<String, Integer> NUMBERS = new TreeMap<>(Map.of(
            "icmp", IpProtocols.ICMP, "igmp", IpProtocols.IGMP, "tcp", IpProtocols.TCP, "udp", IpProtocols.UDP, "sctp",
            IpProtocols.SCTP, "ah", 51, "esp", 50, "pim", 103, "vrrp", 112));
    private static final List<String> ONLY_OVER_4 = List.of("icmp", "igmp", "vrrp");

    private FilterProtocols() {}

    static boolean known(String word) {
        return word.equals("ether") || word.equals("link") || word.equals("icmp6") || TYPES.containsKey(word)
                || NUMBERS.containsKey(word);
    }

    /** Whether the protocol has ports. */
    static boolean hasPorts(String word) {
        return word.equals("tcp") || word.equals("udp") || word.equals("sctp");
    }

    /** Whether it is a type of Ethernet frames. */
    static boolean isType(String word) {
        return TYPES.containsKey(word);
    }

    static int type(String word) {
        return TYPES.get(word);
    }

    /** The number of a protocol behind IP, -1 if there is none of this name. */
    static int number(String word) {
        return word.equals("icmp6") ? IpProtocols.ICMPV6 : NUMBERS.getOrDefault(word, -1);
    }

    /** The name alone as a filter. */
    static Filter filter(String word) {
        if (word.equals("ether") || word.equals("link")) {
            return Filter.EVERYTHING;
        }
        if (isType(word)) {
            return new Filter.Type(type(word));
        }
        if (word.equals("icmp6")) {
            return new Filter.Protocol6(IpProtocols.ICMPV6);
        }
        return ONLY_OVER_4.contains(word)
                ? over4(word)
                : new Filter.Or(over4(word), new Filter.Protocol6(number(word)));
    }

    static Filter over4(String word) {
        return new Filter.Protocol4(number(word));
    }

    static Base base(String word) {
        return word.equals("ether") || word.equals("link") ? Base.LINK : isType(word) ? Base.NETWORK : Base.TRANSPORT;
    }
}

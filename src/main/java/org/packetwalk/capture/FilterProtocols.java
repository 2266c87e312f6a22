package org.packetwalk.capture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.packetwalk.capture.FilterNumber.Base;

/** The protocols filter expressions name. */
final class FilterProtocols {

    /** Not a later fragment of IPv4. */
    static final Filter FIRST_FRAGMENT = new Filter.Masked(EtherTypes.IPV4, 6, 2, 0x1fff, 0);

    private static final Map<String, Integer> TYPES = table("ip 2048 arp 2054 rarp 32821 ip6 34525");
    private static final Map<String, Integer> NUMBERS =
            table("icmp 1 igmp 2 tcp 6 udp 17 esp 50 ah 51 pim 103 vrrp 112 sctp 132");
    private static final List<String> ONLY_OVER_4 = List.of("icmp", "igmp", "vrrp");

    private FilterProtocols() {}

    /** Words, each followed by its number. */
    static Map<String, Integer> table(String text) {
        Map<String, Integer> table = new TreeMap<>();
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            table.put(words[i], Integer.valueOf(words[i + 1]));
        }
        return table;
    }

    static boolean known(String word) {
        return word.equals("ether")
                || word.equals("link")
                || word.equals("icmp6")
                || TYPES.containsKey(word)
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

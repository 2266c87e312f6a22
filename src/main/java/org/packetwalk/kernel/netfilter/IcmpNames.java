package org.packetwalk.kernel.netfilter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names of ICMP types and codes as iptables knows them ({@code libxt_icmp}). */
public final class IcmpNames {

    private static final int ALL_CODES = -1;
    private static final Map<String, int[]> NAMES = new LinkedHashMap<>();

    static {
        put("any", TransportMatch.Icmp.ANY_TYPE);
        put("echo-reply", 0);
        put("pong", 0);
        put("destination-unreachable", 3);
        codes(
                3,
                "network-unreachable",
                "host-unreachable",
                "protocol-unreachable",
                "port-unreachable",
                "fragmentation-needed",
                "source-route-failed",
                "network-unknown",
                "host-unknown",
                "",
                "network-prohibited",
                "host-prohibited",
                "TOS-network-unreachable",
                "TOS-host-unreachable",
                "communication-prohibited",
                "host-precedence-violation",
                "precedence-cutoff");
        put("source-quench", 4);
        put("redirect", 5);
        codes(5, "network-redirect", "host-redirect", "TOS-network-redirect", "TOS-host-redirect");
        put("echo-request", 8);
        put("ping", 8);
        put("router-advertisement", 9);
        put("router-solicitation", 10);
        put("time-exceeded", 11);
        put("ttl-exceeded", 11);
        codes(11, "ttl-zero-during-transit", "ttl-zero-during-reassembly");
        put("parameter-problem", 12);
        codes(12, "ip-header-bad", "required-option-missing");
        put("timestamp-request", 13);
        put("timestamp-reply", 14);
        put("address-mask-request", 17);
        put("address-mask-reply", 18);
    }

    private IcmpNames() {}

    private static void put(String name, int type) {
        NAMES.put(name, new int[] {type, ALL_CODES});
    }

    private static void codes(int type, String... names) {
        for (int code = 0; code < names.length; code++) {
            if (!names[code].isEmpty()) {
                NAMES.put(names[code], new int[] {type, code});
            }
        }
    }

    /** Type and codes of a name, or of {@code type} or {@code type/code} in decimal. */
    public static Optional<TransportMatch.Icmp> parse(String text, boolean negated) {
        int[] found = NAMES.get(text);
        if (found == null && text.matches("\\d{1,3}(/\\d{1,3})?")) {
            String[] parts = text.split("/");
            found = new int[] {Integer.parseInt(parts[0]), parts.length == 1 ? ALL_CODES : Integer.parseInt(parts[1])};
        }
        if (found == null || found[0] > 255 || found[1] > 255) {
            return Optional.empty();
        }
        return Optional.of(new TransportMatch.Icmp(
                found[0],
                found[1] == ALL_CODES ? TransportMatch.Icmp.ANY_CODE : new PortRange(found[1], found[1]),
                negated));
    }

    /** The name of a type and code, if it has one. */
    static Optional<String> name(int type, PortRange codes) {
        int code = codes.equals(TransportMatch.Icmp.ANY_CODE) ? ALL_CODES : codes.first();
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue()[0] == type && entry.getValue()[1] == code)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

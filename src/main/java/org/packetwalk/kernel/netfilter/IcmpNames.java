package org.packetwalk.kernel.netfilter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names of ICMP types and codes as iptables knows them ({@code iptables/libxt_icmp.h}), of IPv4 or of IPv6. */
public final class IcmpNames {

    private static final int ALL_CODES = -1;

    /** Those of IPv4. */
    public static final IcmpNames V4 = new IcmpNames()
            .put("any", IcmpMatch.Icmp.ANY_TYPE)
            .put("echo-reply", 0)
            .put("pong", 0)
            .put("destination-unreachable", 3)
            .codes(
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
                    "precedence-cutoff")
            .put("source-quench", 4)
            .put("redirect", 5)
            .codes(5, "network-redirect", "host-redirect", "TOS-network-redirect", "TOS-host-redirect")
            .put("echo-request", 8)
            .put("ping", 8)
            .put("router-advertisement", 9)
            .put("router-solicitation", 10)
            .put("time-exceeded", 11)
            .put("ttl-exceeded", 11)
            .codes(11, "ttl-zero-during-transit", "ttl-zero-during-reassembly")
            .put("parameter-problem", 12)
            .codes(12, "ip-header-bad", "required-option-missing")
            .put("timestamp-request", 13)
            .put("timestamp-reply", 14)
            .put("address-mask-request", 17)
            .put("address-mask-reply", 18);

    /** Those of IPv6. */
    public static final IcmpNames V6 = new IcmpNames()
            .put("destination-unreachable", 1)
            .codes(
                    1,
                    "no-route",
                    "communication-prohibited",
                    "beyond-scope",
                    "address-unreachable",
                    "port-unreachable",
                    "failed-policy",
                    "reject-route")
            .put("packet-too-big", 2)
            .put("time-exceeded", 3)
            .put("ttl-exceeded", 3)
            .codes(3, "ttl-zero-during-transit", "ttl-zero-during-reassembly")
            .put("parameter-problem", 4)
            .codes(4, "bad-header", "unknown-header-type", "unknown-option")
            .put("echo-request", 128)
            .put("ping", 128)
            .put("echo-reply", 129)
            .put("pong", 129)
            .put("router-solicitation", 133)
            .put("router-advertisement", 134)
            .put("neighbour-solicitation", 135)
            .put("neighbor-solicitation", 135)
            .put("neighbour-advertisement", 136)
            .put("neighbor-advertisement", 136)
            .put("redirect", 137);

    /** A type, and a code or all of them. */
    private record Kind(int type, int code) {}

    private final Map<String, Kind> names = new LinkedHashMap<>();

    private IcmpNames() {}

    private IcmpNames put(String name, int type) {
        names.put(name, new Kind(type, ALL_CODES));
        return this;
    }

    private IcmpNames codes(int type, String... words) {
        for (int code = 0; code < words.length; code++) {
            if (!words[code].isEmpty()) {
                names.put(words[code], new Kind(type, code));
            }
        }
        return this;
    }

    /** The match of a name, or of {@code type} or {@code type/code} in decimal. */
    public Optional<IcmpMatch> parse(String text, boolean negated) {
        Kind found = names.get(text);
        if (found == null && text.matches("\\d{1,3}(/\\d{1,3})?")) {
            String[] parts = text.split("/");
            found = new Kind(Integer.parseInt(parts[0]), parts.length == 1 ? ALL_CODES : Integer.parseInt(parts[1]));
        }
        if (found == null || found.type > 255 || found.code > 255) {
            return Optional.empty();
        }
        PortRange codes = found.code == ALL_CODES ? IcmpMatch.ANY_CODE : new PortRange(found.code, found.code);
        return Optional.of(
                this == V6
                        ? new IcmpMatch.Icmpv6(found.type, codes, negated)
                        : new IcmpMatch.Icmp(found.type, codes, negated));
    }

    /** The name of a type and code, if it has one. */
    Optional<String> name(int type, PortRange codes) {
        Kind kind = new Kind(type, codes.equals(IcmpMatch.ANY_CODE) ? ALL_CODES : codes.first());
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

package org.packetwalk.kernel.route6;

import java.util.List;

import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/**
 * A row of the policy table for source addresses ({@code ip addrlabel}, RFC 6724 section 2.1).
 *
 * @param prefix the addresses
 * @param label their label
 */
public record AddressLabel(Ipv6Prefix prefix, int label) {

    /** What a new namespace has ({@code ip6addrlbl_init_table}), longest prefixes first. */
    public static final List<AddressLabel> DEFAULTS = List.of(
            row("::1/128", 0),
            row("::ffff:0:0/96", 4),
            row("::/96", 3),
            row("2001::/32", 6),
            row("2001:10::/28", 7),
            row("3ffe::/16", 12),
            row("2002::/16", 2),
            row("fec0::/10", 11),
            row("fc00::/7", 5),
            row("::/0", 1));

    private static AddressLabel row(String prefix, int label) {
        return new AddressLabel(Ipv6Prefix.parse(prefix), label);
    }

    /** The label of an address ({@code ipv6_addr_label}). */
    public static int of(Ipv6Address address) {
        return DEFAULTS.stream()
                .filter(row -> row.prefix.contains(address))
                .map(AddressLabel::label)
                .findFirst()
                .orElseThrow();
    }
}

package org.packetwalk.kernel.route6;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/**
 * The policy table for source addresses of a namespace ({@code net/ipv6/addrlabel.c}). A value.
 *
 * @param rows longest prefixes first, within a length the newest first
 */
public record AddressLabels(List<AddressLabel> rows) {

    /** {@code IPV6_ADDR_LABEL_DEFAULT}: of an address that no row is about. */
    public static final long NONE = 0xffffffffL;

    /** What a new namespace has ({@code ip6addrlbl_init_table}). */
    public static final AddressLabels INITIAL = new AddressLabels(List.of(
            row("::1/128", 0),
            row("::/96", 3),
            row("::ffff:0:0/96", 4),
            row("2001::/32", 6),
            row("2001:10::/28", 7),
            row("3ffe::/16", 12),
            row("2002::/16", 2),
            row("fec0::/10", 11),
            row("fc00::/7", 5),
            row("::/0", 1)));

    /** Copies the list. */
    public AddressLabels {
        rows = List.copyOf(rows);
    }

    private static AddressLabel row(String prefix, int label) {
        return new AddressLabel(Ipv6Prefix.parse(prefix), 0, label);
    }

    /** The label of an address on a device ({@code ipv6_addr_label}). */
    public long of(Ipv6Address address, int device) {
        return rows.stream()
                .filter(row -> (row.device() == 0 || row.device() == device)
                        && row.prefix().contains(address))
                .map(AddressLabel::label)
                .findFirst()
                .orElse(NONE);
    }

    /** The row about the same addresses of the same device, if there is one. */
    public Optional<AddressLabel> find(AddressLabel wanted) {
        return rows.stream().filter(wanted::samePlace).findFirst();
    }

    /** With a new row ({@code __ip6addrlbl_add}). */
    public AddressLabels with(AddressLabel row) {
        List<AddressLabel> all = new ArrayList<>(rows);
        int at = 0;
        while (at < all.size() && all.get(at).prefix().length() > row.prefix().length()) {
            at++;
        }
        all.add(at, row);
        return new AddressLabels(all);
    }

    /** Without a row. */
    public AddressLabels without(AddressLabel row) {
        return new AddressLabels(
                rows.stream().filter(other -> !other.samePlace(row)).toList());
    }
}

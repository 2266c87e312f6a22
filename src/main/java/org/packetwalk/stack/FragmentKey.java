package org.packetwalk.stack;

import java.util.Comparator;

import org.packetwalk.net.IpAddress;

/**
 * What the fragments of one datagram have in common (RFC 791 section 3.2, RFC 8200 section 4.5).
 *
 * @param identification 0 to 65535 of IPv4, any of IPv6
 * @param protocol the protocol number
 */
public record FragmentKey(IpAddress source, IpAddress destination, int identification, int protocol)
        implements Comparable<FragmentKey> {

    private static final Comparator<FragmentKey> ORDER = Comparator.comparing(FragmentKey::source, IpAddress::compare)
            .thenComparing(FragmentKey::destination, IpAddress::compare)
            .thenComparingInt(FragmentKey::identification)
            .thenComparingInt(FragmentKey::protocol);

    @Override
    public int compareTo(FragmentKey other) {
        return ORDER.compare(this, other);
    }
}

package org.packetwalk.stack;

import java.util.Comparator;

import org.packetwalk.net.Ipv4Address;

/**
 * What the fragments of one datagram have in common (RFC 791 section 3.2, {@code struct frag_v4_compare_key}).
 *
 * @param identification 0 to 65535
 * @param protocol the protocol number
 */
public record FragmentKey(Ipv4Address source, Ipv4Address destination, int identification, int protocol)
        implements Comparable<FragmentKey> {

    private static final Comparator<FragmentKey> ORDER = Comparator.comparing(FragmentKey::source)
            .thenComparing(FragmentKey::destination)
            .thenComparingInt(FragmentKey::identification)
            .thenComparingInt(FragmentKey::protocol);

    @Override
    public int compareTo(FragmentKey other) {
        return ORDER.compare(this, other);
    }
}

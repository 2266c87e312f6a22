package org.packetwalk.net;

/**
 * A prefix with bits behind its length, as a routing rule keeps and shows it ({@code ip rule add from 10.0.0.1/24}); for
 * what it covers only those within the length count ({@code fib4_rule_match}).
 *
 * @param address the address as it was given
 * @param length the number of bits that count
 */
public record LoosePrefix(IpAddress address, int length) implements IpPrefix {

    /**
     * Refuses what is an ordinary prefix.
     *
     * @throws IllegalArgumentException if no bit behind the length is set, or the length is none of the address
     */
    public LoosePrefix {
        if (IpPrefix.containing(address, length).network().equals(address)) {
            throw new IllegalArgumentException(address + "/" + length + " has no bits behind the prefix.");
        }
    }

    /** A prefix as it was given: only one with bits behind its length is loose. */
    public static IpPrefix of(IpAddress address, int length) {
        IpPrefix prefix = IpPrefix.containing(address, length);
        return length == 0 || prefix.network().equals(address) ? prefix : new LoosePrefix(address, length);
    }

    @Override
    public IpAddress network() {
        return IpPrefix.containing(address, length).network();
    }

    @Override
    public boolean covers(IpAddress asked) {
        return IpPrefix.containing(address, length).covers(asked);
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}

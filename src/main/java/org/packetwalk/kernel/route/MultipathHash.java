package org.packetwalk.kernel.route;

import org.packetwalk.net.Ipv4Address;

/**
 * The hash that spreads flows over the nexthops of a route ({@code fib_multipath_hash_from_keys}): SipHash-2-4 over the
 * sorted addresses and ports. A seed of 0 is random in the kernel; here it is a seed like any other.
 */
public final class MultipathHash {

    private MultipathHash() {}

    /** The hash of addresses only (policy 0), 0 to 2147483647. */
    public static int ofAddresses(int seed, Ipv4Address source, Ipv4Address destination) {
        return hash(seed, source, destination, 0, 0, 0);
    }

    /** The hash of addresses, protocol and ports (policy 1), 0 to 2147483647. */
    public static int ofFlow(
            int seed, Ipv4Address source, Ipv4Address destination, int protocol, int sourcePort, int destinationPort) {
        return hash(seed, source, destination, protocol, sourcePort, destinationPort);
    }

    /** The hash of a flow under a policy, {@code net.ipv4.fib_multipath_hash_policy} 0 or 1. */
    public static int of(int seed, int policy, FlowKey flow) {
        return policy == 0
                ? ofAddresses(seed, flow.source(), flow.destination())
                : ofFlow(
                        seed,
                        flow.source(),
                        flow.destination(),
                        flow.protocol(),
                        flow.sourcePort(),
                        flow.destinationPort());
    }

    private static int hash(
            int seed, Ipv4Address source, Ipv4Address destination, int protocol, int sourcePort, int destinationPort) {
        int from = Integer.reverseBytes(source.bits());
        int to = Integer.reverseBytes(destination.bits());
        if (Integer.compareUnsigned(to, from) < 0) {
            int swap = from;
            from = to;
            to = swap;
        }
        int lowPort = Short.toUnsignedInt(Short.reverseBytes((short) sourcePort));
        int highPort = Short.toUnsignedInt(Short.reverseBytes((short) destinationPort));
        if (highPort < lowPort) {
            int swap = lowPort;
            lowPort = highPort;
            highPort = swap;
        }
        long[] words = {
            (protocol & 255L) << 16,
            0,
            0,
            (lowPort | (long) highPort << 16) << 32,
            Integer.toUnsignedLong(from) << 32,
            Integer.toUnsignedLong(to)
        };
        long key = Integer.toUnsignedLong(seed) << 32 | Integer.toUnsignedLong(seed);
        int low = (int) sipHash(key, words);
        return (low == 0 ? 1 : low) >>> 1;
    }

    /** SipHash-2-4 of whole 64-bit words with two equal halves of the key. */
    private static long sipHash(long key, long[] words) {
        long[] v = {
            key ^ 0x736f6d6570736575L, key ^ 0x646f72616e646f6dL, key ^ 0x6c7967656e657261L, key ^ 0x7465646279746573L
        };
        for (long word : words) {
            absorb(v, word);
        }
        absorb(v, (long) words.length * 8 << 56);
        v[2] ^= 0xff;
        for (int i = 0; i < 4; i++) {
            round(v);
        }
        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }

    private static void absorb(long[] v, long word) {
        v[3] ^= word;
        round(v);
        round(v);
        v[0] ^= word;
    }

    private static void round(long[] v) {
        v[0] += v[1];
        v[1] = Long.rotateLeft(v[1], 13) ^ v[0];
        v[0] = Long.rotateLeft(v[0], 32);
        v[2] += v[3];
        v[3] = Long.rotateLeft(v[3], 16) ^ v[2];
        v[0] += v[3];
        v[3] = Long.rotateLeft(v[3], 21) ^ v[0];
        v[2] += v[1];
        v[1] = Long.rotateLeft(v[1], 17) ^ v[2];
        v[2] = Long.rotateLeft(v[2], 32);
    }
}

package org.packetwalk.kernel;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The protocol counters of a namespace as a value. A tree of small arrays, so that one step of a counter copies some
 * two hundred bytes and shares the rest.
 */
public final class SnmpCounters {

    private static final int BITS = 3;
    private static final int WIDTH = 1 << BITS;
    private static final int ICMP_IN = 512;
    private static final int ICMP_OUT = 768;
    private static final int ICMP6_IN = 1024;
    private static final int ICMP6_OUT = 1280;
    private static final Object[] NOTHING = new Object[WIDTH];

    /** All counters at zero. */
    public static final SnmpCounters ZERO = new SnmpCounters(NOTHING);

    private final Object[] root;

    private SnmpCounters(Object[] root) {
        this.root = root;
    }

    /** The value of a counter. */
    public long get(SnmpCounter counter) {
        return get(counter.ordinal());
    }

    /** How many ICMP messages of a type, 0 to 255, came in. */
    public long icmpIn(int type) {
        return get(ICMP_IN + type);
    }

    /** How many ICMP messages of a type, 0 to 255, went out. */
    public long icmpOut(int type) {
        return get(ICMP_OUT + type);
    }

    /** The counters with one of them higher by {@code amount}. */
    public SnmpCounters plus(SnmpCounter counter, long amount) {
        return plus(counter.ordinal(), amount);
    }

    /** How many ICMPv6 messages of a type came in. */
    public long icmp6In(int type) {
        return get(ICMP6_IN + type);
    }

    /** How many ICMPv6 messages of a type went out. */
    public long icmp6Out(int type) {
        return get(ICMP6_OUT + type);
    }

    /** With one more ICMPv6 message of a type that came in. */
    public SnmpCounters plusIcmp6In(int type) {
        return plus(ICMP6_IN + type, 1);
    }

    /** With one more ICMPv6 message of a type that went out. */
    public SnmpCounters plusIcmp6Out(int type) {
        return plus(ICMP6_OUT + type, 1);
    }

    /** The counters after an ICMP message of the type, 0 to 255, came in. */
    public SnmpCounters plusIcmpIn(int type) {
        return plus(ICMP_IN + type, 1);
    }

    /** The counters after an ICMP message of the type, 0 to 255, went out. */
    public SnmpCounters plusIcmpOut(int type) {
        return plus(ICMP_OUT + type, 1);
    }

    /** Every counter that is not zero, by its full name such as {@code Icmp.InMsgs} or {@code IcmpMsg.InType8}. */
    public SortedMap<String, Long> nonZero() {
        SortedMap<String, Long> found = new TreeMap<>();
        for (SnmpCounter counter : SnmpCounter.values()) {
            if (get(counter) != 0) {
                found.put(counter.fullName(), get(counter));
            }
        }
        for (int type = 0; type < 256; type++) {
            if (icmpIn(type) != 0) {
                found.put("IcmpMsg.InType" + type, icmpIn(type));
            }
            if (icmpOut(type) != 0) {
                found.put("IcmpMsg.OutType" + type, icmpOut(type));
            }
            if (icmp6In(type) != 0) {
                found.put("Icmp6InType" + type, icmp6In(type));
            }
            if (icmp6Out(type) != 0) {
                found.put("Icmp6OutType" + type, icmp6Out(type));
            }
        }
        return found;
    }

    private long get(int index) {
        Object[] middle = (Object[]) root[index >>> 3 * BITS & WIDTH - 1];
        if (middle == null) {
            return 0;
        }
        Object[] lower = (Object[]) middle[index >>> 2 * BITS & WIDTH - 1];
        if (lower == null) {
            return 0;
        }
        long[] leaf = (long[]) lower[index >>> BITS & WIDTH - 1];
        return leaf == null ? 0 : leaf[index & WIDTH - 1];
    }

    private SnmpCounters plus(int index, long amount) {
        Object[] top = root.clone();
        Object[] middle = copy(top, index >>> 3 * BITS & WIDTH - 1);
        Object[] lower = copy(middle, index >>> 2 * BITS & WIDTH - 1);
        int slot = index >>> BITS & WIDTH - 1;
        long[] leaf = lower[slot] == null ? new long[WIDTH] : ((long[]) lower[slot]).clone();
        leaf[index & WIDTH - 1] += amount;
        lower[slot] = leaf;
        return new SnmpCounters(top);
    }

    private static Object[] copy(Object[] parent, int slot) {
        Object[] copy = parent[slot] == null ? new Object[WIDTH] : ((Object[]) parent[slot]).clone();
        parent[slot] = copy;
        return copy;
    }
}

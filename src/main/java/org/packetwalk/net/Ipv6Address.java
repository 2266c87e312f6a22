package org.packetwalk.net;

import java.util.List;

/**
 * An IPv6 address; {@code high} and {@code low} hold its halves in network order.
 *
 * <p>The natural order is numeric and unsigned. The text is the canonical one of RFC 5952.
 */
public record Ipv6Address(long high, long low) implements IpAddress, Comparable<Ipv6Address> {

    /** {@code ::}, the unspecified address. */
    public static final Ipv6Address ANY = new Ipv6Address(0, 0);

    /** {@code ::1}. */
    public static final Ipv6Address LOOPBACK = new Ipv6Address(0, 1);

    /** {@code ff01::1}, all nodes of the interface. */
    public static final Ipv6Address ALL_INTERFACE_NODES = new Ipv6Address(0xff01L << 48, 1);

    /** {@code ff02::1}, all nodes of the link. */
    public static final Ipv6Address ALL_NODES = new Ipv6Address(0xff02L << 48, 1);

    /** {@code ff02::2}, all routers of the link. */
    public static final Ipv6Address ALL_ROUTERS = new Ipv6Address(0xff02L << 48, 2);

    /** The groups a router listens to: {@code ff02::2}, {@code ff01::2}, {@code ff05::2}. */
    public static final List<Ipv6Address> ROUTER_GROUPS =
            List.of(ALL_ROUTERS, new Ipv6Address(0xff01L << 48, 2), new Ipv6Address(0xff05L << 48, 2));

    private static final int GROUPS = 8;

    /**
     * Reads any text form of RFC 4291 §2.2: eight groups, {@code ::} once for one or more zero groups, a dotted
     * IPv4 address in place of the last two groups. A zone is refused.
     *
     * @throws IllegalArgumentException if the text is no such address; the message names the part at fault
     */
    public static Ipv6Address parse(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            throw new IllegalArgumentException(text + " is not an IPv6 address: \"::\" may stand only once.");
        }
        int[] groups = new int[GROUPS];
        if (gap < 0) {
            int count = readGroups(text, text, groups, true);
            if (count != GROUPS) {
                throw new IllegalArgumentException(
                        text + " is not an IPv6 address: it has " + count + " groups, not 8.");
            }
            return ofGroups(groups);
        }
        int before = readGroups(text, text.substring(0, gap), groups, false);
        int[] tail = new int[GROUPS];
        int after = readGroups(text, text.substring(gap + 2), tail, true);
        if (before + after >= GROUPS) {
            throw new IllegalArgumentException(text + " is not an IPv6 address: \"::\" has no group to stand for.");
        }
        System.arraycopy(tail, 0, groups, GROUPS - after, after);
        return ofGroups(groups);
    }

    /** Reads groups joined by colons and answers how many there were. */
    private static int readGroups(String whole, String part, int[] groups, boolean dottedEnd) {
        if (part.isEmpty()) {
            return 0;
        }
        String[] words = part.split(":", -1);
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            boolean dotted = dottedEnd && i == words.length - 1 && word.indexOf('.') >= 0;
            if (count + (dotted ? 2 : 1) > GROUPS) {
                throw new IllegalArgumentException(whole + " is not an IPv6 address: it has more than 8 groups.");
            }
            if (dotted) {
                if (!Ipv4Address.isValid(word)) {
                    throw new IllegalArgumentException(
                            whole + " is not an IPv6 address: \"" + word + "\" is not an IPv4 address.");
                }
                int bits = Ipv4Address.parse(word).bits();
                groups[count++] = bits >>> 16;
                groups[count++] = bits & 0xffff;
            } else if (word.matches("[0-9a-fA-F]{1,4}")) {
                groups[count++] = Integer.parseInt(word, 16);
            } else {
                throw new IllegalArgumentException(
                        whole + " is not an IPv6 address: \"" + word + "\" is not a group of hexadecimal digits.");
            }
        }
        return count;
    }

    private static Ipv6Address ofGroups(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + 4];
        }
        return new Ipv6Address(high, low);
    }

    /** Whether {@link #parse} would accept the text. */
    public static boolean isValid(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The IPv4-mapped address {@code ::ffff:a.b.c.d}. */
    public static Ipv6Address mapped(Ipv4Address address) {
        return new Ipv6Address(0, 0xffff_0000_0000L | address.bits() & 0xffffffffL);
    }

    /** The solicited-node multicast address of this address ({@code addrconf_addr_solict_mult}, RFC 4291 §2.7.1). */
    public Ipv6Address solicitedNode() {
        return new Ipv6Address(0xff02L << 48, 0x1_ff00_0000L | low & 0xffffff);
    }

    /** Whether this is {@code ::} ({@code ipv6_addr_any}). */
    @Override
    public boolean isAny() {
        return high == 0 && low == 0;
    }

    /** Whether this is {@code ::1} ({@code ipv6_addr_loopback}). */
    @Override
    public boolean isLoopback() {
        return high == 0 && low == 1;
    }

    /** Whether this lies in {@code ff00::/8} ({@code ipv6_addr_is_multicast}). */
    @Override
    public boolean isMulticast() {
        return high >>> 56 == 0xff;
    }

    /** Whether this lies in {@code fe80::/10}, a unicast address of one link. */
    public boolean isLinkLocal() {
        return high >>> 54 == 0xfe80 >>> 6;
    }

    /** Whether this lies in {@code ::ffff:0:0/96} ({@code ipv6_addr_v4mapped}). */
    public boolean isV4Mapped() {
        return high == 0 && low >>> 32 == 0xffff;
    }

    /** The bit at a position counted from 1 at the left, to 128. */
    public int bit(int position) {
        return (int) (position <= 64 ? high >>> 64 - position : low >>> 128 - position) & 1;
    }

    /** The number of equal bits of both addresses, from the left, 0 to 128 ({@code ipv6_addr_diff}). */
    public int commonBits(Ipv6Address other) {
        return high != other.high
                ? Long.numberOfLeadingZeros(high ^ other.high)
                : 64 + Long.numberOfLeadingZeros(low ^ other.low);
    }

    /** The 16-bit group at an index, 0 (leftmost) to 7. */
    public int group(int index) {
        return (int) (index < 4 ? high >>> 48 - 16 * index : low >>> 112 - 16 * index) & 0xffff;
    }

    @Override
    public ByteString bytes() {
        byte[] bytes = new byte[16];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (high >>> 56 - 8 * i);
            bytes[8 + i] = (byte) (low >>> 56 - 8 * i);
        }
        return ByteString.of(bytes);
    }

    @Override
    public int compareTo(Ipv6Address other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** The canonical text of RFC 5952 §4; IPv4-mapped addresses end in dotted decimal as §5 recommends. */
    @Override
    public String toString() {
        if (isV4Mapped()) {
            return "::ffff:" + new Ipv4Address((int) low);
        }
        int gapStart = GROUPS;
        int gapEnd = GROUPS;
        int longest = 1;
        int run = 0;
        for (int i = 0; i < GROUPS; i++) {
            run = group(i) == 0 ? run + 1 : 0;
            if (run > longest) {
                longest = run;
                gapStart = i + 1 - run;
                gapEnd = i + 1;
            }
        }
        var text = new StringBuilder(39);
        append(text, 0, gapStart);
        if (gapStart < GROUPS) {
            text.append("::");
            append(text, gapEnd, GROUPS);
        }
        return text.toString();
    }

    private void append(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.append(i > from ? ":" : "").append(Integer.toHexString(group(i)));
        }
    }
}

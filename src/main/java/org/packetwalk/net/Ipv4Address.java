package org.packetwalk.net;

import java.util.Optional;

/**
 * An IPv4 address; {@code bits} holds it in network order, so 127.0.0.1 is {@code 0x7f000001}.
 *
 * <p>The natural order is numeric and unsigned, as the kernel sorts keys of its FIB trie.
 */
public record Ipv4Address(int bits) implements IpAddress, Comparable<Ipv4Address> {

    private static final String NUMBER = "(0[xX][0-9a-fA-F]{1,8}|0[0-7]{0,11}|[1-9]\\d{0,9})";

    /** 0.0.0.0, {@code INADDR_ANY}. */
    public static final Ipv4Address ANY = new Ipv4Address(0);

    /** 127.0.0.1, {@code INADDR_LOOPBACK}. */
    public static final Ipv4Address LOOPBACK = new Ipv4Address(0x7f000001);

    /** 255.255.255.255, {@code INADDR_BROADCAST}. */
    public static final Ipv4Address BROADCAST = new Ipv4Address(0xffffffff);

    /** The address with the given four octets, each 0 to 255. */
    public static Ipv4Address of(int a, int b, int c, int d) {
        return new Ipv4Address((a & 255) << 24 | (b & 255) << 16 | (c & 255) << 8 | d & 255);
    }

    /**
     * Reads dotted decimal notation with exactly four parts.
     *
     * @throws IllegalArgumentException if the text is no such address; the message names the part at fault
     */
    public static Ipv4Address parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException(text + " is not an address: it has " + parts.length + " parts, not 4.");
        }
        int bits = 0;
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new IllegalArgumentException(text + " is not an address: \"" + part + "\" is not a number.");
            }
            int value = Integer.parseInt(part);
            if (value > 255) {
                throw new IllegalArgumentException(text + " is not an address: " + value + " is above 255.");
            }
            bits = bits << 8 | value;
        }
        return new Ipv4Address(bits);
    }

    /**
     * The address of the text as {@code inet_aton} takes it: up to four numbers, of which the last fills the rest, in decimal, octal or
     * hexadecimal.
     */
    public static Optional<Ipv4Address> fromNumbers(String text) {
        if (!text.matches(NUMBER + "(\\." + NUMBER + "){0,3}")) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.");
        long bits = 0;
        for (int i = 0; i < parts.length; i++) {
            long number = Long.decode(parts[i]);
            boolean last = i == parts.length - 1;
            if (number >= (last ? 1L << 8 * (5 - parts.length) : 256)) {
                return Optional.empty();
            }
            bits |= last ? number : number << 8 * (3 - i);
        }
        return Optional.of(new Ipv4Address((int) bits));
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

    /** Whether this is 0.0.0.0. */
    @Override
    public boolean isAny() {
        return bits == 0;
    }

    /** Whether this lies in 127.0.0.0/8 ({@code ipv4_is_loopback}). */
    @Override
    public boolean isLoopback() {
        return bits >>> 24 == 127;
    }

    /** Whether this lies in 224.0.0.0/4 ({@code ipv4_is_multicast}). */
    @Override
    public boolean isMulticast() {
        return bits >>> 28 == 14;
    }

    /** Whether this lies in 224.0.0.0/24 ({@code ipv4_is_local_multicast}). */
    public boolean isLocalMulticast() {
        return bits >>> 8 == 0xe00000;
    }

    /** Whether this is 255.255.255.255 ({@code ipv4_is_lbcast}). */
    public boolean isLimitedBroadcast() {
        return bits == -1;
    }

    /** Whether this lies in 0.0.0.0/8 ({@code ipv4_is_zeronet} before 5.3). */
    public boolean isZeroNetwork() {
        return bits >>> 24 == 0;
    }

    /** The bit at a position counted from 1 at the left, as the design counts them. */
    public int bit(int position) {
        return bits >>> 32 - position & 1;
    }

    /** The number of equal bits of both addresses, from the left, 0 to 32. */
    public int commonBits(Ipv4Address other) {
        return Integer.numberOfLeadingZeros(bits ^ other.bits);
    }

    /** The octet at an index, 0 (leftmost) to 3. */
    public int octet(int index) {
        return bits >>> 24 - 8 * index & 255;
    }

    @Override
    public ByteString bytes() {
        return ByteString.of((byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits);
    }

    @Override
    public int compareTo(Ipv4Address other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        return octet(0) + "." + octet(1) + "." + octet(2) + "." + octet(3);
    }
}

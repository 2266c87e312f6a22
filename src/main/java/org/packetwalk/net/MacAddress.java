package org.packetwalk.net;

/** A 48-bit Ethernet address; {@code bits} holds it in network order in its low 48 bits. */
public record MacAddress(long bits) implements Comparable<MacAddress> {

    /** 00:00:00:00:00:00, the address of lo. */
    public static final MacAddress ZERO = new MacAddress(0);

    /** {@code ETH_ALEN} in bytes. */
    public static final int LENGTH = 6;

    /** ff:ff:ff:ff:ff:ff. */
    public static final MacAddress BROADCAST = new MacAddress(0xffffffffffffL);

    /**
     * Refuses what does not fit 48 bits.
     *
     * @throws IllegalArgumentException if a bit above the 48th is set
     */
    public MacAddress {
        if (bits >>> 48 != 0) {
            throw new IllegalArgumentException(
                    "0x" + Long.toHexString(bits) + " is not a MAC address: 48 bits at most.");
        }
    }

    /**
     * Reads six hexadecimal octets joined by colons.
     *
     * @throws IllegalArgumentException if the text is no such address; the message names the part at fault
     */
    public static MacAddress parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 6) {
            throw new IllegalArgumentException(
                    text + " is not a MAC address: it has " + parts.length + " parts, not 6.");
        }
        long bits = 0;
        for (String part : parts) {
            if (!part.matches("[0-9a-fA-F]{1,2}")) {
                throw new IllegalArgumentException(
                        text + " is not a MAC address: \"" + part + "\" is not a hexadecimal octet.");
            }
            bits = bits << 8 | Integer.parseInt(part, 16);
        }
        return new MacAddress(bits);
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

    /** The group address of an IPv4 multicast address: 01:00:5e and its low 23 bits ({@code ip_eth_mc_map}, RFC 1112 §6.4). */
    public static MacAddress multicastFor(Ipv4Address group) {
        return new MacAddress(0x01005e000000L | group.bits() & 0x7fffff);
    }

    /** The group address of an IPv6 multicast address: 33:33 and its low 32 bits ({@code ipv6_eth_mc_map}, RFC 2464 §7). */
    public static MacAddress multicastFor(Ipv6Address group) {
        return new MacAddress(0x333300000000L | group.low() & 0xffffffffL);
    }

    /** Whether every bit is 0 ({@code is_zero_ether_addr}). */
    public boolean isZero() {
        return bits == 0;
    }

    /** Whether every bit is 1 ({@code is_broadcast_ether_addr}). */
    public boolean isBroadcast() {
        return bits == 0xffffffffffffL;
    }

    /** Whether the group bit is set, as in the broadcast address too ({@code is_multicast_ether_addr}). */
    public boolean isMulticast() {
        return (octet(0) & 1) != 0;
    }

    /** The octet at an index, 0 (leftmost) to 5. */
    public int octet(int index) {
        return (int) (bits >>> 40 - 8 * index) & 255;
    }

    @Override
    public int compareTo(MacAddress other) {
        return Long.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(17);
        for (int i = 0; i < 6; i++) {
            if (i > 0) {
                text.append(':');
            }
            text.append(Character.forDigit(octet(i) >> 4, 16)).append(Character.forDigit(octet(i) & 15, 16));
        }
        return text.toString();
    }
}

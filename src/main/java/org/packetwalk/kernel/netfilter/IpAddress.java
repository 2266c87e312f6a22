package org.packetwalk.kernel.netfilter;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;

/**
 * An address of either family ({@code union nf_inet_addr}).
 *
 * @param bytes four bytes of IPv4 or sixteen of IPv6
 */
public record IpAddress(ByteString bytes) {

    private static final int IPV4 = 4;
    private static final int IPV6 = 16;

    /** 0.0.0.0. */
    public static final IpAddress ANY = of(Ipv4Address.ANY);

    /** An IPv4 address. */
    public static IpAddress of(Ipv4Address address) {
        int bits = address.bits();
        return new IpAddress(
                ByteString.of((byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits));
    }

    /** An IPv6 address. */
    public static IpAddress of(Ipv6Address address) {
        byte[] bytes = new byte[IPV6];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (address.high() >>> 56 - 8 * i);
            bytes[8 + i] = (byte) (address.low() >>> 56 - 8 * i);
        }
        return new IpAddress(ByteString.of(bytes));
    }

    /**
     * Reads the text of an address of either family.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static IpAddress parse(String text) {
        if (text.isEmpty()) {
            return new IpAddress(ByteString.EMPTY);
        }
        return text.contains(":") ? of(Ipv6Address.parse(text)) : of(Ipv4Address.parse(text));
    }

    /** Whether it is one of IPv4. */
    public boolean isIpv4() {
        return bytes.size() == IPV4;
    }

    /**
     * The IPv4 address.
     *
     * @throws IllegalStateException if it is none
     */
    public Ipv4Address ipv4() {
        if (!isIpv4()) {
            throw new IllegalStateException(this + " is no IPv4 address");
        }
        return new Ipv4Address(bytes.u32(0));
    }

    /** Only the bits that are set in a mask of the same family. */
    public IpAddress and(IpAddress mask) {
        byte[] kept = new byte[bytes.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (byte) (bytes.u8(i) & (i < mask.bytes.size() ? mask.bytes.u8(i) : 0));
        }
        return new IpAddress(ByteString.of(kept));
    }

    /** The text as people write it. */
    @Override
    public String toString() {
        if (isIpv4()) {
            return ipv4().toString();
        }
        return bytes.size() == IPV6 ? new Ipv6Address(bytes.u64(0), bytes.u64(8)).toString() : "";
    }
}

package org.packetwalk.kernel.netfilter;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;

/**
 * The addresses that agree with one in the bits of a mask; the mask need not be a prefix.
 *
 * @param address without bits outside of the mask
 */
public record AddressMask(IpAddress address, IpAddress mask) {

    /** Every IPv4 address. */
    public static final AddressMask ANY = new AddressMask(Ipv4Address.ANY, Ipv4Address.ANY);

    /** Clears the bits that the mask does not look at. */
    public AddressMask {
        address = address.and(mask);
    }

    /** An IPv4 network of a prefix length from 0 to 32. */
    public static AddressMask of(Ipv4Address address, int length) {
        return new AddressMask(address, new Ipv4Address(length == 0 ? 0 : -1 << Integer.SIZE - length));
    }

    /** A network of either family. */
    public static AddressMask of(IpAddress address, int length) {
        byte[] mask = new byte[address.bytes().size()];
        for (int i = 0; i < length; i++) {
            mask[i / 8] |= (byte) (0x80 >> i % 8);
        }
        return new AddressMask(address, IpAddress.of(ByteString.of(mask)));
    }

    /** Whether an address is one of them. */
    public boolean contains(IpAddress candidate) {
        return candidate.bytes().size() == mask.bytes().size()
                && candidate.and(mask).equals(address);
    }

    /** The prefix length, -1 if the mask is no prefix. */
    public int length() {
        int length = 0;
        boolean ended = false;
        for (int i = 0; i < mask.bytes().size() * 8; i++) {
            boolean set = (mask.bytes().u8(i / 8) & 0x80 >> i % 8) != 0;
            if (set && ended) {
                return -1;
            }
            ended |= !set;
            length += set ? 1 : 0;
        }
        return length;
    }

    /** Whether it is all addresses of the family. */
    public boolean isAny() {
        return length() == 0;
    }

    /** As {@code iptables-save} writes it, always with a mask. */
    public String saved() {
        int length = length();
        return address + "/" + (length < 0 ? mask.toString() : Integer.toString(length));
    }

    /** As {@code iptables -L -n} writes it: one address alone, all as 0.0.0.0/0. */
    public String listed() {
        return length() == mask.bytes().size() * 8 ? address.toString() : saved();
    }
}

package org.packetwalk.kernel.route6;

import org.packetwalk.net.Ipv6Prefix;

/**
 * A row of the policy table for source addresses ({@code ip addrlabel}, RFC 6724 section 2.1).
 *
 * @param prefix the addresses
 * @param device ifindex of the device whose addresses it is for, 0 for all
 * @param label their label, 32 bits without a sign
 */
public record AddressLabel(Ipv6Prefix prefix, int device, long label) {

    /** Whether another row is about the same addresses of the same device. */
    public boolean samePlace(AddressLabel other) {
        return prefix.equals(other.prefix) && device == other.device;
    }
}

package org.packetwalk.packet;

import org.packetwalk.net.EtherType;
import org.packetwalk.net.MacAddress;

/** The 14 bytes of an Ethernet II frame before its payload ({@code struct ethhdr}). */
public record EthernetHeader(MacAddress destination, MacAddress source, EtherType type) implements Header {

    /** {@code ETH_HLEN}. */
    public static final int LENGTH = 14;

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.ethernet(this);
    }
}

package org.packetwalk.packet;

import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;

/** An ARP message for IPv4 over Ethernet (RFC 826): hardware type 1, protocol 0x0800, lengths 6 and 4. */
public record ArpMessage(
        ArpOperation operation, MacAddress senderMac, Ipv4Address senderIp, MacAddress targetMac, Ipv4Address targetIp)
        implements Header {

    /** The bytes of such a message. */
    public static final int LENGTH = 28;

    /** {@code ARPHRD_ETHER}. */
    static final int HARDWARE_TYPE = 1;

    /** {@code ETH_P_IP}. */
    static final int PROTOCOL_TYPE = 0x0800;

    /** {@code ETH_ALEN} and the four octets of IPv4, as the two length fields hold them. */
    static final int ADDRESS_LENGTHS = 0x0604;

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.arp(this);
    }
}

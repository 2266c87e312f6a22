package org.packetwalk.kernel;

import org.packetwalk.net.MacAddress;

/**
 * What netfilter notes on a packet buffer ({@code skb->_nfct} and {@code struct nf_bridge_info}).
 *
 * @param connection the number of the connection it belongs to, 0 if none
 * @param info how it stands to it
 * @param bridgeInput the ifindex of the bridge port it came in by, 0 if it is not bridged
 * @param bridgeOutput the ifindex of the bridge port it goes out by, 0 if not known
 * @param bridged whether PREROUTING has seen it as a bridged frame
 * @param sender the hardware address a bridged frame came from
 * @param largestPart the length of the longest part a packet was put together of, 0 if it came whole
 *     ({@code frag_max_size})
 * @param balanced whether a director has given it to a real server ({@code ipvs_property})
 */
public record PacketTracking(
        int connection,
        ConnectionInfo info,
        int bridgeInput,
        int bridgeOutput,
        boolean bridged,
        MacAddress sender,
        int largestPart,
        boolean balanced) {

    /** Nothing noted. */
    public static final PacketTracking NONE =
            new PacketTracking(0, ConnectionInfo.NONE, 0, 0, false, MacAddress.ZERO, 0, false);

    /** Belonging to a connection. */
    public PacketTracking of(int number, ConnectionInfo now) {
        return new PacketTracking(number, now, bridgeInput, bridgeOutput, bridged, sender, largestPart, balanced);
    }

    /** With bridge ports; {@code now} says whether PREROUTING has seen it as a bridged frame. */
    public PacketTracking bridged(int input, int output, boolean now) {
        return new PacketTracking(connection, info, input, output, now, sender, largestPart, balanced);
    }

    /** With the hardware address a bridged frame came from. */
    public PacketTracking from(MacAddress address) {
        return new PacketTracking(connection, info, bridgeInput, bridgeOutput, bridged, address, largestPart, balanced);
    }

    /** Put together of parts. */
    public PacketTracking ofParts(int largest) {
        return new PacketTracking(connection, info, bridgeInput, bridgeOutput, bridged, sender, largest, balanced);
    }

    /** Given to a real server. */
    public PacketTracking givenAway() {
        return new PacketTracking(connection, info, bridgeInput, bridgeOutput, bridged, sender, largestPart, true);
    }
}

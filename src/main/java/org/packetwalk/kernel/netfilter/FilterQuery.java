package org.packetwalk.kernel.netfilter;

/**
 * What a base chain is asked about.
 *
 * @param inputDevice the device the packet came in by, empty where there is none
 * @param outputDevice the device it goes out by, empty where there is none
 * @param bridgeInput the bridge port it came in by, empty if it is not bridged
 * @param bridgeOutput the bridge port it goes out by, empty if it is not bridged or not known yet
 * @param mark the mark of the buffer
 * @param holder whose socket sent it
 */
public record FilterQuery(
        TableName table,
        Hook hook,
        PacketFacts packet,
        String inputDevice,
        String outputDevice,
        String bridgeInput,
        String bridgeOutput,
        ConnectionFacts connection,
        int mark,
        PacketHolder holder) {

    /** With other marks, as earlier rules of the chain have set them. */
    FilterQuery marked(int packetMark, int connectionMark) {
        ConnectionFacts now = new ConnectionFacts(
                connection.info(),
                connection.original(),
                connection.reply(),
                connection.status(),
                connectionMark,
                connection.seconds());
        return new FilterQuery(
                table, hook, packet, inputDevice, outputDevice, bridgeInput, bridgeOutput, now, packetMark, holder);
    }
}

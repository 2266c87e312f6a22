package org.packetwalk.kernel.device;

/**
 * A port a bridge considered for a frame, and why it is chosen or not ({@code should_deliver}, {@code br_flood}).
 *
 * @param port ifindex of the port
 * @param name its name
 * @param fate what became of it
 */
public record PortVisit(int port, String name, Fate fate) {

    /** What became of a port. */
    public enum Fate {
        /** The frame leaves by it. */
        CHOSEN,
        /** The frame came in by it and hairpin is off. */
        INGRESS,
        /** It is not forwarding. */
        NOT_FORWARDING,
        /** Flooding of such frames is off. */
        FLOODING_OFF,
        /** It and the port the frame came in by are isolated. */
        ISOLATED,
        /** The bridge answers ARP there itself. */
        PROXY_ARP
    }
}

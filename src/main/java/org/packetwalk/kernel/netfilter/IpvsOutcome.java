package org.packetwalk.kernel.netfilter;

/**
 * What a director does with a packet for a virtual service.
 *
 * @param server the real server it goes to as {@code ipvsadm -n} writes it, empty if none
 */
public record IpvsOutcome(Verdict verdict, String server) {

    /** The kinds of answers. */
    public enum Verdict {
        /** The scheduler has chosen for a new connection. */
        SCHEDULED,
        /** The connection was given to that server before. */
        KNOWN,
        /** No server takes connections: the client is told. */
        NO_SERVER,
        /** The server of the connection was taken out: the packet is dropped in silence. */
        SERVER_GONE,
        /** It belongs to no connection and does not begin one: this host takes it itself. */
        NOT_NEW
    }
}

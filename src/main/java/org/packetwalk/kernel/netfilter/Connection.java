package org.packetwalk.kernel.netfilter;

import org.packetwalk.kernel.SimTime;

/**
 * A tracked connection ({@code struct nf_conn}).
 *
 * @param number its identity
 * @param original the tuple of its first packet
 * @param reply the tuple of the answers, which a translation changes
 * @param status the bits of {@link ConnectionStatus}
 * @param born when its first packet came
 * @param expires when it is forgotten unless another packet comes
 * @param mark its mark
 * @param tcp the state of TCP, {@link TcpTracking#NONE} for other protocols
 * @param masquerade the ifindex of the device whose address it borrows, 0 if none
 */
public record Connection(
        int number,
        Tuple original,
        Tuple reply,
        int status,
        SimTime born,
        SimTime expires,
        int mark,
        TcpTracking tcp,
        int masquerade) {

    /** A connection begun by a packet. */
    static Connection begin(int number, Tuple original, SimTime now) {
        return new Connection(number, original, original.inverted(), 0, now, now, 0, TcpTracking.NONE, 0);
    }

    /** Whether a bit of its status is set. */
    public boolean has(ConnectionStatus bit) {
        return (status & bit.bit()) != 0;
    }

    /** With a bit of the status set. */
    public Connection with(ConnectionStatus bit) {
        return new Connection(number, original, reply, status | bit.bit(), born, expires, mark, tcp, masquerade);
    }

    /** To be forgotten at another time. */
    public Connection until(SimTime end) {
        return new Connection(number, original, reply, status, born, end, mark, tcp, masquerade);
    }

    /** In another state of TCP. */
    public Connection in(TcpTracking state) {
        return new Connection(number, original, reply, status, born, expires, mark, state, masquerade);
    }

    /** With another mark. */
    public Connection marked(int now) {
        return new Connection(number, original, reply, status, born, expires, now, tcp, masquerade);
    }

    /** With answers expected elsewhere. */
    public Connection answeredBy(Tuple now) {
        return new Connection(number, original, now, status, born, expires, mark, tcp, masquerade);
    }

    /** Borrowing the address of a device. */
    public Connection masqueradedBy(int device) {
        return new Connection(number, original, reply, status, born, expires, mark, tcp, device);
    }

    /** The tuple of a direction. */
    public Tuple tuple(boolean inReply) {
        return inReply ? reply : original;
    }

    /** Whether the translation of an end has been settled, be it none. */
    public boolean settled(NatManip manip) {
        return has(manip == NatManip.SOURCE ? ConnectionStatus.SRC_NAT_DONE : ConnectionStatus.DST_NAT_DONE);
    }

    /** Whether packets of a direction are translated at that end. */
    public boolean translates(NatManip manip, boolean inReply) {
        boolean source = manip == NatManip.SOURCE != inReply;
        return has(source ? ConnectionStatus.SRC_NAT : ConnectionStatus.DST_NAT);
    }

    /** Whether either end is translated. */
    public boolean isTranslated() {
        return has(ConnectionStatus.SRC_NAT) || has(ConnectionStatus.DST_NAT);
    }
}

package org.packetwalk.kernel.netfilter;

import org.packetwalk.kernel.ConnectionInfo;

/**
 * What rules can ask of the connection a packet belongs to.
 *
 * @param info how the packet stands to it; {@link ConnectionInfo#NONE} if it belongs to none, which is INVALID
 * @param original the tuple of its first packet
 * @param reply the tuple of the answers
 * @param status the bits of {@code enum ip_conntrack_status}
 * @param mark its mark
 * @param seconds until it is forgotten
 */
public record ConnectionFacts(ConnectionInfo info, Tuple original, Tuple reply, int status, int mark, long seconds) {

    /** No connection. */
    public static final ConnectionFacts NONE =
            new ConnectionFacts(ConnectionInfo.NONE, Tuple.NONE, Tuple.NONE, 0, 0, 0);
}

package org.packetwalk.stack;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.trace.EventHead;

/**
 * What came of a program's wish to send.
 *
 * @param errno what the program is told
 * @param handed whether the packet was given to IP: then it has ended there if it was not sent
 */
record Sent(Errno errno, boolean handed) {

    /** Refused before there was a packet. */
    static Sent refused(Errno errno) {
        return new Sent(errno, false);
    }

    /** Given to IP, with its answer. */
    static Sent handed(Errno errno) {
        return new Sent(errno, true);
    }

    /** The head of the refusal: about the packet only if it ends with it. */
    EventHead refused(Walk walk, HostId host, SkBuff begun) {
        return handed ? walk.head(host) : walk.head(host, begun);
    }
}

package org.packetwalk.kernel.socket;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.net.IpAddress;

/**
 * An entry of a socket's error queue ({@code struct sock_extended_err}, {@code IP_RECVERR}).
 *
 * @param errno what is wrong
 * @param origin where it was noticed
 * @param type the ICMP type, 0 if local
 * @param code the ICMP code, 0 if local
 * @param info further information: the MTU in bytes for {@link Errno#EMSGSIZE}
 * @param offender who told us: the source of the ICMP error, 0.0.0.0 or :: if local
 * @param icmpSequence the sequence number of the echo request concerned, -1 if it was none
 * @param icmpId the identifier of the echo request concerned, -1 if it was none
 * @param skb the ICMP error, {@link SkBuff#NONE} if local
 */
public record SocketError(
        Errno errno,
        Origin origin,
        int type,
        int code,
        int info,
        IpAddress offender,
        int icmpSequence,
        int icmpId,
        SkBuff skb) {

    /** Where an error was noticed ({@code SO_EE_ORIGIN_*}). */
    public enum Origin {
        LOCAL,
        ICMP,
        ICMP6
    }
}

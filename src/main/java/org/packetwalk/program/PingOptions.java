package org.packetwalk.program;

import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.IpAddress;

/**
 * The command line of {@code ping} (iputils).
 *
 * @param target name or address as given
 * @param count {@code -c}, 0 for no end
 * @param intervalNanos {@code -i}
 * @param lingerNanos {@code -W}: how long to wait for a reply
 * @param deadlineNanos {@code -w}: when to stop in any case, 0 for never
 * @param size {@code -s}: bytes of data
 * @param ttl {@code -t}, -1 if not given
 * @param tos {@code -Q}
 * @param mark {@code -m}
 * @param broadcast {@code -b}
 * @param numeric {@code -n}
 * @param quiet {@code -q}
 * @param noLoop {@code -L}
 * @param pathMtuDiscovery {@code -M}
 * @param pathMtuDiscoveryGiven whether {@code -M} was given
 * @param source the address of {@code -I}, 0.0.0.0 if not given
 * @param sourceGiven whether a source was asked for, even 0.0.0.0
 * @param device the device of {@code -I}, empty if not given
 * @param family 4 or 6 if it was asked for, 0 if not
 * @param manner pace, contents and output
 */
public record PingOptions(
        String target,
        long count,
        long intervalNanos,
        long lingerNanos,
        long deadlineNanos,
        int size,
        int ttl,
        int tos,
        int mark,
        boolean broadcast,
        boolean numeric,
        boolean quiet,
        boolean noLoop,
        PathMtuDiscovery pathMtuDiscovery,
        boolean pathMtuDiscoveryGiven,
        IpAddress source,
        boolean sourceGiven,
        String device,
        int family,
        PingManner manner) {

    /** The length in bytes of the time a request carries ({@code struct timeval}). */
    private static final int TIME_LENGTH = 16;

    /** Whether requests have room for the time they were sent, so that round trips are told. */
    boolean timed() {
        return size >= TIME_LENGTH;
    }
}

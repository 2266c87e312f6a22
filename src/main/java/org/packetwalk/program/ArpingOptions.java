package org.packetwalk.program;

import org.packetwalk.net.Ipv4Address;

/**
 * The command line of {@code arping}.
 *
 * @param target the address asked for
 * @param device {@code -I}, empty if not given
 * @param source {@code -s}, 0.0.0.0 if not given
 * @param count {@code -c}, 0 for no end
 * @param timeout {@code -w} in seconds, 0 for no end
 * @param intervalNanos {@code -i} in nanoseconds
 * @param quitOnReply {@code -f} and {@code -D}
 * @param broadcastOnly {@code -b}
 * @param duplicateDetection {@code -D}
 * @param unsolicited {@code -U} and {@code -A}
 * @param answers {@code -A}: answers are sent instead of requests
 * @param quiet {@code -q}
 */
public record ArpingOptions(
        String target,
        String device,
        Ipv4Address source,
        int count,
        int timeout,
        long intervalNanos,
        boolean quitOnReply,
        boolean broadcastOnly,
        boolean duplicateDetection,
        boolean unsolicited,
        boolean answers,
        boolean quiet) {}

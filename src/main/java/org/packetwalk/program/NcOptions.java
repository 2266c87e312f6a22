package org.packetwalk.program;

import java.util.List;

/**
 * What nc was asked to do.
 *
 * @param listen {@code -l}
 * @param keep {@code -k}: one connection after the other
 * @param udp {@code -u}
 * @param broadcast {@code -b}: allowed to send broadcasts
 * @param scan {@code -z}: connects and sends nothing
 * @param verbose {@code -v}
 * @param numeric {@code -n}
 * @param detached {@code -d}: reads no standard input
 * @param shutdown {@code -N}: closes the connection for writing at the end of the input
 * @param family {@code -4} or {@code -6}: 4 or 6, 0 if neither
 * @param timeoutMillis {@code -w} in milliseconds, -1 if absent
 * @param quitMillis {@code -q} in milliseconds, -1 if absent: how long it stays after all has ended
 * @param source {@code -s}, empty if absent
 * @param sourcePort {@code -p}, empty if absent
 * @param host the destination, empty if absent
 * @param ports the ports as they are written, each a number
 */
public record NcOptions(
        boolean listen,
        boolean keep,
        boolean udp,
        boolean broadcast,
        boolean scan,
        boolean verbose,
        boolean numeric,
        boolean detached,
        boolean shutdown,
        int family,
        long timeoutMillis,
        long quitMillis,
        String source,
        String sourcePort,
        String host,
        List<Integer> ports) {

    /** Copies the list. */
    public NcOptions {
        ports = List.copyOf(ports);
    }

    /** Whether the other end is told that the input has ended; {@code -q} implies {@code -N}. */
    boolean tellsEnd() {
        return shutdown || quitMillis >= 0;
    }

    /** The protocol as nc names it. */
    String protocol() {
        return udp ? "udp" : "tcp";
    }
}

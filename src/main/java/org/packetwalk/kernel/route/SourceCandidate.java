package org.packetwalk.kernel.route;

import java.util.List;

import org.packetwalk.kernel.Check;

/**
 * An address that might have been the source.
 *
 * @param device its interface
 * @param address the address
 * @param checks what was compared, in order
 */
public record SourceCandidate(int device, InterfaceAddress address, List<Check> checks) {

    /** Copies the list. */
    public SourceCandidate {
        checks = List.copyOf(checks);
    }
}

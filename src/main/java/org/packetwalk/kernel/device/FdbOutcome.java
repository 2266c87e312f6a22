package org.packetwalk.kernel.device;

/** Where a bridge sends a frame. */
public enum FdbOutcome {
    /** Up to the host: the address is the bridge's or a port's. */
    LOCAL,
    /** Out by the port the address is known to be behind. */
    KNOWN_PORT,
    /** The address is known, but its port must not have the frame. */
    KNOWN_PORT_REFUSED,
    /** Out by all eligible ports: the address is unknown, or of a group. */
    FLOOD,
    /** All ports were to have it, but none is eligible. */
    FLOOD_NOWHERE
}

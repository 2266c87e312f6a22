package org.packetwalk.kernel.device;

import java.util.Locale;

/** What the spanning tree lets a bridge port do ({@code BR_STATE_*}, IEEE 802.1D); the order is the kernel's. */
public enum PortState {
    DISABLED,
    LISTENING,
    LEARNING,
    FORWARDING,
    BLOCKING;

    /** The word iproute2 prints. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

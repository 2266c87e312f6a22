package org.packetwalk.kernel.device;

import java.util.Locale;

/** Whom a macvlan device may talk to ({@code MACVLAN_MODE_*}). */
public enum MacvlanMode {
    /** Nobody on the same device. */
    PRIVATE,
    /** The others on the same device only by way of the wire; the default. */
    VEPA,
    /** The others of this mode on the same device directly. */
    BRIDGE;

    /** The word iproute2 prints. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

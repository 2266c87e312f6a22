package org.packetwalk.narrate;

/** How a step is drawn on the scrubber. */
public enum Tick {
    /** A layer: a bar in its colour. */
    LAYER,
    /** A netfilter hook: a hollow bar. */
    HOOK,
    /** A device: a ring. */
    DEVICE,
    /** The packet is dropped or the call refused: a cross. */
    DROP
}

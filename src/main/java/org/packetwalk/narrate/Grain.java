package org.packetwalk.narrate;

/** How finely a walk is cut into steps. */
public enum Grain {
    /** A packet is made; a packet has ended. */
    PACKET,
    /** One step for each station that a packet passes. */
    LAYER,
    /** Everything that was recorded. */
    FUNCTION,
    /** As {@link #FUNCTION}, and each rule, trie node and entry of a lookup by itself. */
    ROW
}

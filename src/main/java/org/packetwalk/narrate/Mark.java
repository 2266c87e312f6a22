package org.packetwalk.narrate;

/** How a piece of evidence counts. */
public enum Mark {
    /** It is a fact, and nothing was compared. */
    FACT,
    /** It was compared, and it fits. */
    HOLDS,
    /** It was compared, and it does not fit. */
    FAILS
}

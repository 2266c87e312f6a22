package org.packetwalk.diagram;

/** How much room there is, and with it how much detail. */
public enum Density {
    /** From 1024 x 640. */
    COMPACT,
    /** About 1600 x 1000. */
    REGULAR,
    /** From 1920 x 1080. */
    WIDE,
    /** Read from the back row: less detail, larger. */
    PRESENTATION
}

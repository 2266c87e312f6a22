package org.packetwalk.desktop.model;

/** What the canvas shows, in the order of its tabs. */
public enum CanvasPicture {
    TOPOLOGY,
    STACK,
    /** The route lookup in full, which leaves no room for the inspector and the log. */
    ROUTE,
    /** Two walks beside each other, as wide as that. */
    COMPARE;

    /** Whether it fills the window beside and below the canvas, too. */
    public boolean fillsWindow() {
        return this == ROUTE || this == COMPARE;
    }
}

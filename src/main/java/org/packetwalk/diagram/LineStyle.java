package org.packetwalk.diagram;

import java.util.List;

/** How a line is broken, which always carries a meaning. */
public enum LineStyle {
    SOLID(List.of()),
    /** A thing the packet does not reach. */
    NOT_REACHED(List.of(5.0, 5.0)),
    /** A packet that waits. */
    WAITING(List.of(9.0, 5.0)),
    /** A way the packet does not take. */
    PATH_NOT_TAKEN(List.of(2.0, 6.0));

    private final List<Double> dashes;

    LineStyle(List<Double> dashes) {
        this.dashes = dashes;
    }

    /** Lengths of strokes and gaps in turn, in pixels; empty for an unbroken line. */
    public List<Double> dashes() {
        return dashes;
    }
}

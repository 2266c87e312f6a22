package org.packetwalk.desktop.model;

import java.util.List;

/**
 * Where a value comes from: the causes, the nearest first, back to the line that began it.
 *
 * @param shown the value, as it was asked about
 * @param causes the chain
 */
public record CausesView(String shown, List<Cause> causes) {
    /** Nobody has asked. */
    public static final CausesView NONE = new CausesView("", List.of());

    /** Keeps an immutable list. */
    public CausesView {
        causes = List.copyOf(causes);
    }

    /** Whether somebody has asked. */
    public boolean isPresent() {
        return !shown.isEmpty();
    }

    /**
     * One cause.
     *
     * @param sentence what happened
     * @param line the literal line that says so, empty if none
     * @param badge when, or where in the lab
     * @param event the place of its event in the walk, -1 if it was before
     */
    public record Cause(Wording sentence, String line, String badge, int event) {}
}

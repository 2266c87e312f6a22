package org.packetwalk.desktop.model;

/**
 * What is being computed, once it has taken so long that one should see it.
 *
 * @param title what it is, as it was typed; empty for the opening of a lab
 * @param events how many events it has made so far
 * @param stop ends it early
 */
public record Busy(String title, int events, Runnable stop) {
    /** Nothing takes long. */
    public static final Busy NOT = new Busy("", 0, () -> {});
}

package org.packetwalk.desktop.model;

/**
 * Why a command was not run: a sentence, and which part of the command is wrong.
 *
 * @param text one sentence, empty if nothing was refused
 * @param from the first wrong character of the command
 * @param to behind the last wrong character; the same as {@code from} if no part can be named
 */
public record Refusal(String text, int from, int to) {
    /** Nothing was refused. */
    public static final Refusal NONE = new Refusal("", 0, 0);

    /** Whether something was refused. */
    public boolean isPresent() {
        return !text.isEmpty();
    }
}

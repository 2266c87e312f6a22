package org.packetwalk.desktop.model;

/**
 * What to change so that a command does not fail: one command that was tried in a branch and seen to help.
 *
 * @param host where
 * @param command what
 * @param result what the command that failed does then, in words
 */
public record ChangeView(String host, String command, String result) {
    /** Nothing that was tried helps, or nothing fails. */
    public static final ChangeView NONE = new ChangeView("", "", "");

    /** Whether there is one. */
    public boolean isPresent() {
        return !command.isEmpty();
    }
}

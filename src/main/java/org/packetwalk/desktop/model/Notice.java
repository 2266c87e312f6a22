package org.packetwalk.desktop.model;

/**
 * One sentence in the notification bar.
 *
 * @param text the sentence, empty if there is none
 * @param details what can be copied for a report, empty if nothing
 */
public record Notice(String text, String details) {
    /** Nothing to say. */
    public static final Notice NONE = new Notice("", "");

    /** A sentence without details. */
    public static Notice of(String text) {
        return new Notice(text, "");
    }

    /** Whether there is a sentence. */
    public boolean isPresent() {
        return !text.isEmpty();
    }
}

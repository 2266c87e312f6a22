package org.packetwalk.desktop.model;

/**
 * A lab on the start screen: a question, a command, and a small picture of the outcome.
 *
 * @param id names it among the labs
 * @param label its number, such as Lab 2
 * @param title its short title, as the command bar shows it
 * @param question the title of the card
 * @param host where the command is typed
 * @param command the command it suggests first
 * @param picture which small picture it has
 * @param mark what is said of it wherever it shows: that it is about an older kernel, or not recorded; mostly empty
 * @param progress how far the learner is
 */
public record LabCard(
        String id,
        String label,
        String title,
        String question,
        String host,
        String command,
        LabPicture picture,
        String mark,
        Progress progress) {

    /** How far a learner is with a lab. */
    public enum Progress {
        NEW,
        STARTED,
        DONE
    }
}

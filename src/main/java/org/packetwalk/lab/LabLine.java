package org.packetwalk.lab;

/**
 * A command of a lab.
 *
 * @param number its line in the file, 1 and up
 * @param text the line, blanks at its ends aside
 * @param probe whether it is looked at closely: the comment right above it says {@code # probe: …}
 * @param question what that comment says, empty if it is no probe or says nothing
 */
public record LabLine(int number, String text, boolean probe, String question) {

    /** Whether it goes on in the background until the lab ends. */
    public boolean background() {
        return text.endsWith("&") && !text.endsWith("&&");
    }

    /** The command without the {@code &} that sends it to the background. */
    public String command() {
        return background() ? text.substring(0, text.length() - 1).strip() : text;
    }
}

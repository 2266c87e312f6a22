package org.packetwalk.desktop.console;

/**
 * A line of the console.
 *
 * @param prompt what stands before a command, empty before what is printed
 * @param text the command, or what was printed
 * @param failed whether it was printed by a command that failed
 * @param later whether it belongs to what comes after the current step
 */
public record ConsoleLine(String prompt, String text, boolean failed, boolean later) {

    /** The line as it is copied. */
    public String copied() {
        return prompt.isEmpty() ? text : prompt + " " + text;
    }
}

package org.packetwalk.importing;

/**
 * A line of the collected text.
 *
 * @param number 1 and up
 * @param text the line without blanks at its end; a line that goes on with indented ones holds these, too, one blank between
 */
record CollectedLine(int number, String text) {

    /** The line with another one that belongs to it. */
    CollectedLine with(String more) {
        return new CollectedLine(number, text + " " + more.strip());
    }
}

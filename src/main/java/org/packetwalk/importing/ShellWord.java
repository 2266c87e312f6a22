package org.packetwalk.importing;

/** Text as one word of a shell. */
final class ShellWord {

    private ShellWord() {}

    /** The text, in quotes if it needs them. */
    static String of(String text) {
        return text.matches("[\\w./:@%+=,!^-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

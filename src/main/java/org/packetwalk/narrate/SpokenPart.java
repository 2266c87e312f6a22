package org.packetwalk.narrate;

/**
 * A part of a sentence in a language.
 *
 * @param text the words
 * @param style how they are set
 */
public record SpokenPart(String text, Style style) {

    /** How words are set. */
    public enum Style {
        /** As the rest. */
        PLAIN,
        /** On the colour of what matters. */
        HIGHLIGHT,
        /** As a name of the kernel or a command, in the mono font. */
        NAME
    }
}

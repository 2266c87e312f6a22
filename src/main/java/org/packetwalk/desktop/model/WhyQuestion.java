package org.packetwalk.desktop.model;

/**
 * A value on the screen of which somebody asks where it comes from.
 *
 * @param shown its name and value as they are shown
 * @param key what it is: the field of a packet, of the buffer around it, or the command that lists it
 * @param value the value, or the whole line of a list
 * @param host whose state a line is of, empty for a field
 */
public record WhyQuestion(String shown, String key, String value, String host) {

    /** Whether it is about a line of a list. */
    boolean ofState() {
        return !host.isEmpty();
    }
}

package org.packetwalk.desktop.model;

/**
 * A value on the screen of which somebody asks where it comes from.
 *
 * @param shown its name and value as they are shown
 * @param key what it is: the field of a packet, of the buffer around it, the command that lists it, or {@link #STATION}
 * @param value the value, the whole line of a list, or the subject of a station
 * @param host whose state a line is of, or where a station is; empty for a field
 */
public record WhyQuestion(String shown, String key, String value, String host) {

    /** What a station of the picture has decided. */
    static final String STATION = "station";

    /** Whether it is about a station of the picture. */
    boolean ofStation() {
        return key.equals(STATION);
    }

    /** Whether it is about a line of a list. */
    boolean ofState() {
        return !host.isEmpty() && !ofStation();
    }
}

package org.packetwalk.desktop.model;

/**
 * One field of a header and the bytes it touches.
 *
 * @param name in the language of the window
 * @param value as tcpdump or the kernel writes it
 * @param offset the first byte it touches, counted in the whole packet
 * @param length how many bytes it touches, 0 if it is not in the packet
 * @param before its value at the packet's stop before, empty if it is the same or was not there
 * @param note what is to be known of it, {@link Wording#NONE} if nothing
 * @param key what it is in every language
 */
public record FieldView(String name, String value, int offset, int length, String before, Wording note, String key) {

    /** A field that has not changed. */
    public FieldView(String name, String value, int offset, int length) {
        this(name, value, offset, length, "", Wording.NONE, "");
    }

    /** Whether it has another value than at the stop before. */
    public boolean changed() {
        return !before.isEmpty();
    }

    /** Whether it is the same field, whatever its value. */
    public boolean same(FieldView other) {
        return name.equals(other.name) && offset == other.offset && length == other.length;
    }

    /** Whether it touches a byte. */
    public boolean touches(int index) {
        return index >= offset && index < offset + length;
    }
}

package org.packetwalk.desktop.model;

/**
 * One field of a header and the bytes it touches.
 *
 * @param name in the language of the window
 * @param value as tcpdump or the kernel writes it
 * @param offset the first byte it touches, counted in the whole packet
 * @param length how many bytes it touches
 */
public record FieldView(String name, String value, int offset, int length) {

    /** Whether it touches a byte. */
    public boolean touches(int index) {
        return index >= offset && index < offset + length;
    }
}

package org.packetwalk.desktop.exporting;

/**
 * What an exported file will look like: a picture, or the beginning of a text.
 *
 * @param picture the bytes of a PNG, empty if it is a text
 * @param words the text, empty if it is a picture
 */
public record Preview(byte[] picture, String words) {

    /** Nothing to show yet. */
    public static final Preview NONE = new Preview(new byte[0], "");
}

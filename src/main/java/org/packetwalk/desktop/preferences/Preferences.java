package org.packetwalk.desktop.preferences;

import java.util.Locale;

import org.packetwalk.diagram.Theme;

/**
 * What the window remembers: the language, the colours, its size in logical pixels, and the folder of the file that was saved
 * or opened last, empty if there was none.
 */
public record Preferences(Locale language, Theme theme, int width, int height, String folder) {
    /** The smallest window that is supported. */
    public static final int MINIMUM_WIDTH = 1024;

    /** The smallest window that is supported. */
    public static final int MINIMUM_HEIGHT = 640;

    private static final int MAXIMUM = 16_384;

    /** Keeps the size in what a screen can be. */
    public Preferences {
        width = Math.max(MINIMUM_WIDTH, Math.min(width, MAXIMUM));
        height = Math.max(MINIMUM_HEIGHT, Math.min(height, MAXIMUM));
    }

    /** The standard settings in a language. */
    public static Preferences standard(Locale language) {
        return new Preferences(language, Theme.LIGHT, 1600, 1000, "");
    }

    /** The same in another size. */
    public Preferences sized(double newWidth, double newHeight) {
        return new Preferences(language, theme, (int) Math.round(newWidth), (int) Math.round(newHeight), folder);
    }

    /** The same in another theme. */
    public Preferences in(Theme other) {
        return new Preferences(language, other, width, height, folder);
    }

    /** The same in another language. */
    public Preferences in(Locale other) {
        return new Preferences(other, theme, width, height, folder);
    }
}

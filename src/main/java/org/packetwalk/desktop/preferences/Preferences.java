package org.packetwalk.desktop.preferences;

import java.util.Locale;

import org.packetwalk.diagram.Theme;

/**
 * What the window remembers: the language, the colours, its size in logical pixels, the folder of the file that was saved
 * or opened last, empty if there was none, and its habits.
 */
public record Preferences(Locale language, Theme theme, int width, int height, String folder, Habits habits) {

    /**
     * How the window stood and what was chosen in it.
     *
     * @param x its left edge on the screen, in logical pixels
     * @param y its upper edge
     * @param placed whether it has stood somewhere yet
     * @param maximized whether it filled the screen
     * @param scale the scale of the interface, 1 as a rule
     * @param still whether packets fade instead of travelling
     * @param speed of playing
     * @param export format and colours of the file that was exported last, empty if there was none
     * @param log how high the log is in logical pixels, 0 if nobody has chosen that
     * @param lab the lab that was open last, empty if none was
     */
    public record Habits(
            double x,
            double y,
            boolean placed,
            boolean maximized,
            double scale,
            boolean still,
            double speed,
            String export,
            double log,
            String lab) {
        /** Nothing was chosen yet. */
        public static final Habits NONE = new Habits(0, 0, false, false, 1, false, 1, "", 0, "");

        /** Keeps scale and speed in what can be chosen. */
        public Habits {
            scale = Math.max(1, Math.min(scale, 2));
            speed = Math.max(0.25, Math.min(speed, 4));
            log = Math.max(0, Math.min(log, MAXIMUM));
        }
    }

    /** Without habits. */
    public Preferences(Locale language, Theme theme, int width, int height, String folder) {
        this(language, theme, width, height, folder, Habits.NONE);
    }

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
        return new Preferences(
                language, theme, (int) Math.round(newWidth), (int) Math.round(newHeight), folder, habits);
    }

    /** The same in another theme. */
    public Preferences in(Theme other) {
        return new Preferences(language, other, width, height, folder, habits);
    }

    /** The same in another language. */
    public Preferences in(Locale other) {
        return new Preferences(other, theme, width, height, folder, habits);
    }
}

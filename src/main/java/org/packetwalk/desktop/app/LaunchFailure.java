package org.packetwalk.desktop.app;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads from what JavaFX throws, or prints, when it cannot start why it could not. */
final class LaunchFailure {
    private static final Map<String, LaunchOutcome> SIGNS = signs();

    private LaunchFailure() {}

    /** What a failure means; the words of all its causes count, and what was printed beside it. */
    static LaunchOutcome of(Throwable failure, String printed) {
        StringBuilder words = new StringBuilder(printed);
        for (Throwable at = failure; at != null; at = at.getCause()) {
            words.append('\n').append(at);
        }
        for (Map.Entry<String, LaunchOutcome> sign : SIGNS.entrySet()) {
            if (words.indexOf(sign.getKey()) >= 0) {
                return sign.getValue();
            }
        }
        return new LaunchOutcome.Failed(failure);
    }

    /** In the order in which they decide: a missing library is often reported as a missing display later on. */
    private static Map<String, LaunchOutcome> signs() {
        LaunchOutcome gtk = new LaunchOutcome.MissingLibrary("libgtk-3-0");
        LaunchOutcome pango = new LaunchOutcome.MissingLibrary("libpangoft2-1.0-0");
        Map<String, LaunchOutcome> signs = new LinkedHashMap<>();
        signs.put("Unable to load glass GTK library", gtk);
        signs.put("no glassgtk", gtk);
        signs.put("no javafx_font_pango", pango);
        signs.put("libpangoft2", pango);
        signs.put("no glass in", gtk);
        signs.put("libgtk-3", gtk);
        signs.put("libX11", new LaunchOutcome.MissingLibrary("libx11-6"));
        signs.put("libGL.so", new LaunchOutcome.MissingLibrary("libgl1"));
        signs.put("Unable to open DISPLAY", new LaunchOutcome.NoDisplay());
        return signs;
    }
}

package org.packetwalk.export.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a text, line and column from 1.
 *
 * @param line 0 if unknown
 * @param column 0 if unknown
 */
record Place(int line, int column) {

    private static final Pattern TOLD = Pattern.compile("at line (\\d+) column (\\d+)");

    /** The place that Gson tells in a text: its reader has no other way to say it. */
    static Place of(Object told) {
        Matcher matcher = TOLD.matcher(String.valueOf(told));
        return matcher.find()
                ? new Place(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : new Place(0, 0);
    }

    TraceFormatException fault(String key, Object... arguments) {
        return new TraceFormatException(key, line, column, arguments);
    }
}

package org.packetwalk.shell;

/**
 * The options in front of the object of an {@code ip} command.
 *
 * @param family 0 if none was given, else 4 or 6
 * @param details {@code -d}
 * @param statistics how often {@code -s} was given
 * @param oneLine {@code -o}
 * @param brief {@code -br}
 * @param json {@code -j}
 * @param pretty {@code -p}
 * @param numeric {@code -N}
 */
record IpOptions(
        int family,
        boolean details,
        int statistics,
        boolean oneLine,
        boolean brief,
        boolean json,
        boolean pretty,
        boolean numeric) {

    static final IpOptions NONE = new IpOptions(0, false, 0, false, false, false, false, false);

    boolean ipv6() {
        return family == 6;
    }

    /** What ends a line inside of one entry: a backslash with {@code -o}. */
    String lineBreak() {
        return oneLine ? "\\" : "\n";
    }

    /** A JSON document as this tool ends it. */
    String document(java.util.List<Object> rows) {
        return (pretty ? Json.pretty(rows) : Json.compact(rows)) + "\n";
    }

    IpOptions withFamily(int now) {
        return new IpOptions(now, details, statistics, oneLine, brief, json, pretty, numeric);
    }

    IpOptions withDetails() {
        return new IpOptions(family, true, statistics, oneLine, brief, json, pretty, numeric);
    }

    IpOptions withStatistics() {
        return new IpOptions(family, details, statistics + 1, oneLine, brief, json, pretty, numeric);
    }

    IpOptions withOneLine() {
        return new IpOptions(family, details, statistics, true, brief, json, pretty, numeric);
    }

    IpOptions withBrief() {
        return new IpOptions(family, details, statistics, oneLine, true, json, pretty, numeric);
    }

    IpOptions withJson() {
        return new IpOptions(family, details, statistics, oneLine, brief, true, pretty, numeric);
    }

    IpOptions withPretty() {
        return new IpOptions(family, details, statistics, oneLine, brief, json, true, numeric);
    }

    IpOptions withNumeric() {
        return new IpOptions(family, details, statistics, oneLine, brief, json, pretty, true);
    }
}

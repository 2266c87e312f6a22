package org.packetwalk.desktop.model;

/**
 * A trace made before, or a lab of one's own that was opened.
 *
 * @param lab the lab it was made in; of a lab of one's own its file
 * @param host where the command was typed
 * @param command the command, empty for a lab of one's own
 * @param steps how many steps it had
 * @param dropped whether a packet was dropped
 */
public record RecentTrace(String lab, String host, String command, int steps, boolean dropped) {
    /** A lab of one's own. */
    static RecentTrace file(String path) {
        return new RecentTrace(path, "", "", 0, false);
    }

    /** Whether it is a lab of one's own. */
    public boolean isFile() {
        return command.isEmpty();
    }

    /** Whether it would be done again by doing the other again. */
    boolean same(RecentTrace other) {
        return lab.equals(other.lab) && host.equals(other.host) && command.equals(other.command);
    }
}

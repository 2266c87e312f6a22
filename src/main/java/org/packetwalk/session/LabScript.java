package org.packetwalk.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.packetwalk.kernel.HostId;

/**
 * The text of a lab as a document: commands one per line, and comment lines that say where hosts sit. A verb answers another
 * text; what it does not concern stays as it is, byte by byte.
 *
 * @param source the whole text
 */
public record LabScript(String source) {
    /** A lab without a line. */
    public static final LabScript EMPTY = new LabScript("");

    private static final Pattern AFTER_SETUP = Pattern.compile("\\s*#\\s*(probe|cleanup)\\b.*");

    /** With one more command at the end of the setup: before the first probe and the clean-up, if there are any. */
    public LabScript plus(String command) {
        List<String> rows = rows();
        rows.add(endOfSetup(rows), command);
        return of(rows);
    }

    /** With a host at another place of the canvas, in logical pixels ({@code # layout: HOST X Y}). */
    public LabScript moved(HostId host, int x, int y) {
        List<String> rows = rows();
        String place = "# layout: " + host.name() + " " + x + " " + y;
        int before = lastPlace(rows, Pattern.quote(host.name()));
        if (before >= 0) {
            rows.set(before, place);
            return of(rows);
        }
        int other = lastPlace(rows, "\\S+");
        rows.add(other >= 0 ? other + 1 : endOfSetup(rows), place);
        return of(rows);
    }

    private static int lastPlace(List<String> rows, String host) {
        Pattern place = Pattern.compile("#\\s*layout:\\s*" + host + "\\s+-?\\d+\\s+-?\\d+\\s*");
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (place.matcher(rows.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static int endOfSetup(List<String> rows) {
        int end = 0;
        while (end < rows.size() && !AFTER_SETUP.matcher(rows.get(end)).matches()) {
            end++;
        }
        while (end > 0 && rows.get(end - 1).isBlank()) {
            end--;
        }
        return end;
    }

    /** The rows; the end of the last is no row of its own. */
    private List<String> rows() {
        List<String> rows = new ArrayList<>(List.of(source.split("\n", -1)));
        if (rows.get(rows.size() - 1).isEmpty()) {
            rows.remove(rows.size() - 1);
        }
        return rows;
    }

    private static LabScript of(List<String> rows) {
        return new LabScript(String.join("\n", rows) + "\n");
    }
}

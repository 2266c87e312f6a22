package org.packetwalk.importing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.importing.ImportNote.Kind;

/** The entries of the neighbour tables. Those without a hardware address say nothing about the next packet and are passed over. */
final class Neighbors {

    private static final Pattern ENTRY =
            Pattern.compile("(\\S+) dev (\\S+)(?: lladdr (\\S+))?(.*) ([A-Z]+)(?: proto \\S+)?");
    private static final List<String> SETTABLE = List.of("PERMANENT", "REACHABLE", "STALE");

    private final LabBuilder lab;
    private final String host;

    Neighbors(LabBuilder lab, String host) {
        this.lab = lab;
        this.host = host;
    }

    /** Adds the entries. */
    void make(List<CollectedLine> lines) {
        for (CollectedLine line : lines) {
            Matcher entry = ENTRY.matcher(line.text());
            if (!entry.matches()) {
                lab.note(line, Kind.NOT_UNDERSTOOD, "");
            } else if (entry.group(3) == null || entry.group(5).equals("NOARP") || add(line, entry)) {
                lab.understood();
            }
        }
    }

    private boolean add(CollectedLine line, Matcher entry) {
        String state = SETTABLE.contains(entry.group(5)) ? entry.group(5) : "STALE";
        return lab.run(
                line,
                "ip -n " + host + " neigh replace " + entry.group(1) + " lladdr " + entry.group(3) + " dev "
                        + entry.group(2)
                        + (entry.group(4).contains(" router") ? " router" : "")
                        + " nud " + state.toLowerCase(Locale.ROOT));
    }
}

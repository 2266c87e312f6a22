package org.packetwalk.desktop.model;

import java.util.List;

/**
 * What a host's kernel holds after a step, in the words of the commands that list it.
 *
 * @param host the host, empty if there is none
 * @param hosts all hosts that can be looked at
 * @param sections what it holds, part by part; a part with nothing in it is left out
 */
public record StateView(String host, List<String> hosts, List<Section> sections) {
    /** There is no host. */
    public static final StateView NONE = new StateView("", List.of(), List.of());

    /** Keeps immutable lists. */
    public StateView {
        hosts = List.copyOf(hosts);
        sections = List.copyOf(sections);
    }

    /**
     * One part of the state.
     *
     * @param key the message that names it
     * @param command what lists it on a real host
     * @param lines what that prints, with what is gone since the step before
     */
    public record Section(String key, String command, List<Line> lines) {

        /** Keeps an immutable list. */
        public Section {
            lines = List.copyOf(lines);
        }

        /** How many lines are new or gone since the step before. */
        public int changes() {
            return (int) lines.stream().filter(line -> line.mark() != Mark.SAME).count();
        }
    }

    /** A line, and whether it was there before. */
    public record Line(String text, Mark mark) {}

    /** What became of a line since the step before. */
    public enum Mark {
        SAME,
        NEW,
        GONE
    }
}

package org.packetwalk.session;

import java.util.List;

import org.packetwalk.sim.Timeline;

/**
 * A course of events that one does not stand in: it was left by changing something in its past.
 *
 * @param name by which it is listed, unique in its session
 * @param number the how manieth it was, 0 for the first
 * @param script the lab as it is there
 * @param timeline what happens in it
 * @param commands the commands that make it, in order
 * @param cursor how many of its events had happened where it was left
 */
public record Branch(
        String name, int number, LabScript script, Timeline timeline, List<CommandRun> commands, int cursor) {

    /** What the first course of events is called. */
    public static final String FIRST = "main";

    /** Copies the list. */
    public Branch {
        commands = List.copyOf(commands);
    }

    /** The same under another name. */
    Branch called(String other) {
        return new Branch(other, number, script, timeline, commands, cursor);
    }

    /** How many events two courses share from the beginning. */
    public static int sharedEvents(Timeline one, Timeline other) {
        int length = Math.min(one.size(), other.size());
        int same = 0;
        while (same < length && one.get(same) == other.get(same)) {
            same++;
        }
        return same;
    }
}

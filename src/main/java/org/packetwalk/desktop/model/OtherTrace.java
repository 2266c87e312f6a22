package org.packetwalk.desktop.model;

/**
 * What the walk in view is compared with.
 *
 * @param kind another command, or another branch
 * @param host where the command is run
 * @param text the command, or the name of the branch
 */
public record OtherTrace(Kind kind, String host, String text) {

    /** What is compared. */
    public enum Kind {
        /** A command, run where the one in view was run: on a copy of the same world. */
        COMMAND,
        /** What happened in another course of events. */
        BRANCH
    }
}

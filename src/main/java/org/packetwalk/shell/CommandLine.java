package org.packetwalk.shell;

import java.util.List;

/** A line as a POSIX shell reads it, or the sentence that says why this shell does not read it. */
public sealed interface CommandLine {

    /**
     * A line that was understood; without steps if it was empty or a comment.
     *
     * @param steps pipelines in the order they run
     */
    record Understood(List<Step> steps) implements CommandLine {

        /** Copies the list. */
        public Understood {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A line that was not.
     *
     * @param sentence one English sentence, as a shell prints it
     */
    record Refused(String sentence) implements CommandLine {}

    /**
     * One pipeline of a line.
     *
     * @param when on which condition it runs
     * @param commands joined by pipes, at least one
     * @param background whether the shell goes on without waiting for it
     */
    record Step(When when, List<SimpleCommand> commands, boolean background) {

        /** Copies the list. */
        public Step {
            commands = List.copyOf(commands);
        }
    }

    /** On which condition a pipeline runs. */
    enum When {
        /** First of the line, or after {@code ;} or {@code &}. */
        ALWAYS,
        /** After {@code &&}: if the one before ended well. */
        IF_DONE,
        /** After {@code ||}: if the one before failed. */
        IF_FAILED
    }

    /** Reads a line. */
    static CommandLine parse(String line) {
        return new CommandLineReader(line).read();
    }
}

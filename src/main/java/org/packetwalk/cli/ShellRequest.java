package org.packetwalk.cli;

import java.util.List;
import java.util.function.Function;

/** One request to {@code shell --json}. */
sealed interface ShellRequest {

    /** Answers by the kind of request. */
    <R> R match(
            Function<Run, R> run, Function<Poll, R> poll, Function<Signal, R> signal, Function<Malformed, R> malformed);

    /**
     * Run a command.
     *
     * @param line the command line
     * @param stdin its standard input
     * @param job the name under which it runs on beside the others, empty if it is waited for
     */
    record Run(String line, String stdin, String job) implements ShellRequest {

        @Override
        public <R> R match(
                Function<Run, R> run,
                Function<Poll, R> poll,
                Function<Signal, R> signal,
                Function<Malformed, R> malformed) {
            return run.apply(this);
        }

        /** A line that stands for exactly these words. */
        static String quoted(List<String> words) {
            return String.join(
                    " ",
                    words.stream()
                            .map(word -> word.matches("[A-Za-z0-9_@%+=:,./-]+")
                                    ? word
                                    : "'" + word.replace("'", "'\\''") + "'")
                            .toList());
        }
    }

    /** Fetch what a job printed since and how it ended. */
    record Poll(String job) implements ShellRequest {

        @Override
        public <R> R match(
                Function<Run, R> run,
                Function<Poll, R> poll,
                Function<Signal, R> signal,
                Function<Malformed, R> malformed) {
            return poll.apply(this);
        }
    }

    /** Send a signal to a job. */
    record Signal(String name, String job) implements ShellRequest {

        @Override
        public <R> R match(
                Function<Run, R> run,
                Function<Poll, R> poll,
                Function<Signal, R> signal,
                Function<Malformed, R> malformed) {
            return signal.apply(this);
        }
    }

    /** No request, and why not. */
    record Malformed(String sentence) implements ShellRequest {

        @Override
        public <R> R match(
                Function<Run, R> run,
                Function<Poll, R> poll,
                Function<Signal, R> signal,
                Function<Malformed, R> malformed) {
            return malformed.apply(this);
        }
    }
}

package org.packetwalk.shell;

/** What a command does that takes no time and is no single request to the kernel: tools that print and filter. */
@FunctionalInterface
public interface Action {

    /** Does it, with the standard input given. */
    CommandResult run(Computer computer, String stdin);
}

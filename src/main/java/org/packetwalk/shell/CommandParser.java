package org.packetwalk.shell;

import java.util.List;

/** Turns the arguments of one command into what they mean. */
@FunctionalInterface
interface CommandParser {

    /**
     * Reads the arguments, the name of the command not among them.
     *
     * @throws Refusal if they mean nothing
     */
    Command parse(List<String> arguments, Place place);
}

package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.netlink.ConfigRequest;
import org.packetwalk.program.Program;

/** What the words of a command mean. */
public sealed interface Command {

    /** One request to the kernel of a host; refused, the tool prints the kernel's answer and ends with 2. */
    record Configure(HostId host, ConfigRequest request) implements Command {}

    /**
     * A tool that reads, prints or filters and takes no time.
     *
     * @param host where it runs
     * @param words what was typed
     */
    record Run(HostId host, String words, Action action) implements Command {}

    /**
     * A program that runs for some time.
     *
     * @param host where it runs
     * @param words what was typed
     */
    record Start(HostId host, String words, Program program) implements Command {}

    /**
     * Lines given to another shell.
     *
     * @param host where it runs
     * @param steps what it runs, one after the other
     */
    record Script(HostId host, List<CommandLine.Step> steps) implements Command {

        /** Keeps its own copy of the list. */
        public Script {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Words that mean nothing to the command, with its complaint.
     *
     * @param understood whether the real tool would say the same; if not, the simulator does not know the words
     */
    record Refused(CommandResult result, boolean understood) implements Command {}
}

package org.packetwalk.desktop.model;

import java.util.regex.Pattern;

import org.packetwalk.kernel.HostId;
import org.packetwalk.shell.CommandLine;

/** A command that was typed on a host, as a line of a lab. */
final class ScriptLine {

    /** A command of ip that can be told its namespace by an option. */
    private static final Pattern OBJECT = Pattern.compile("ip\\s+(?!netns|-n|-a|-b)\\S.*");

    private ScriptLine() {}

    /** The line: the command itself if it is the lab's, else in the host's namespace; if it is more than one pipeline, in a shell there. */
    static String of(HostId host, String command) {
        if (host.name().isEmpty()) {
            return command;
        }
        if (OBJECT.matcher(command).matches() && simple(command)) {
            return "ip -n " + host.name() + command.substring(2);
        }
        String inside = "ip netns exec " + host.name() + " ";
        return simple(command) ? inside + command : inside + "sh -c '" + command.replace("'", "'\\''") + "'";
    }

    private static boolean simple(String command) {
        return CommandLine.parse(command) instanceof CommandLine.Understood understood
                && understood.steps().size() == 1
                && understood.steps().get(0).commands().stream()
                        .allMatch(part -> part.redirections().isEmpty());
    }
}

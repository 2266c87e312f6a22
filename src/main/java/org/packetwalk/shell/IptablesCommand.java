package org.packetwalk.shell;

import java.util.List;

/** {@code iptables} and {@code ip6tables} ({@code iptables/xshared.c}, {@code iptables/xtables.c} of version 1.8.9). */
final class IptablesCommand implements CommandParser {

    private final IptablesTool tool;

    IptablesCommand(IptablesTool tool) {
        this.tool = tool;
    }

    @Override
    public Command parse(List<String> arguments, Place place) {
        if (arguments.equals(List.of("-V")) || arguments.equals(List.of("--version"))) {
            return new Command.Run(
                    place.host(),
                    tool.name() + " --version",
                    (computer, stdin) -> CommandResult.printed(tool.version() + "\n"));
        }
        IptablesInvocation invocation = IptablesInvocation.parse(tool, arguments);
        return new Command.Run(place.host(), tool.name() + " " + String.join(" ", arguments), (computer, stdin) -> {
            try {
                return invocation.run(computer, place.host());
            } catch (Refusal refusal) {
                return refusal.result();
            }
        });
    }
}

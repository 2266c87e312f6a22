package org.packetwalk.shell;

import java.util.List;

/** {@code iptables} ({@code iptables/xshared.c}, {@code iptables/xtables.c} of version 1.8.9). */
final class IptablesCommand implements CommandParser {

    private static final IptablesTool TOOL = new IptablesTool("iptables", false);

    @Override
    public Command parse(List<String> arguments, Place place) {
        if (arguments.equals(List.of("-V")) || arguments.equals(List.of("--version"))) {
            return new Command.Run(
                    place.host(),
                    "iptables --version",
                    (computer, stdin) -> CommandResult.printed(TOOL.version() + "\n"));
        }
        IptablesInvocation invocation = IptablesInvocation.parse(TOOL, arguments);
        return new Command.Run(place.host(), "iptables " + String.join(" ", arguments), (computer, stdin) -> {
            try {
                return invocation.run(computer, place.host());
            } catch (Refusal refusal) {
                return refusal.result();
            }
        });
    }
}

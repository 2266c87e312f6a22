package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.program.PingCommandLine;
import org.packetwalk.program.PingProgram;

/** {@code ping}. */
final class PingCommand implements CommandParser {

    @Override
    public Command parse(List<String> arguments, Place place) {
        PingCommandLine.Result result = PingCommandLine.parse(arguments);
        if (result instanceof PingCommandLine.Result.Refused refused) {
            return new Command.Refused(
                    CommandResult.failed(refused.status(), refused.message()),
                    !refused.message().contains("not simulated"));
        }
        if (result instanceof PingCommandLine.Result.Told told) {
            return new Command.Run(place.host(), "ping", (computer, stdin) -> CommandResult.printed(told.text()));
        }
        return new Command.Start(
                place.host(),
                "ping " + String.join(" ", arguments),
                PingProgram.start(((PingCommandLine.Result.Understood) result).options()));
    }
}

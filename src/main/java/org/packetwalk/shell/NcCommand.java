package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.program.NcCommandLine;
import org.packetwalk.program.NcProgram;

/** {@code nc}. */
final class NcCommand implements CommandParser {

    @Override
    public Command parse(List<String> arguments, Place place) {
        NcCommandLine.Result result = NcCommandLine.parse(arguments);
        if (result instanceof NcCommandLine.Result.Refused refused) {
            return new Command.Refused(CommandResult.failed(1, refused.message()), refused.real());
        }
        return new Command.Start(
                place.host(),
                "nc " + String.join(" ", arguments),
                NcProgram.start(((NcCommandLine.Result.Understood) result).options()));
    }
}

package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.capture.CaptureLink;
import org.packetwalk.capture.FilterParser;
import org.packetwalk.capture.TcpdumpOptions;
import org.packetwalk.program.TcpdumpProgram;

/** {@code tcpdump}. */
final class TcpdumpCommand implements CommandParser {

    @Override
    public Command parse(List<String> arguments, Place place) {
        TcpdumpOptions.Result result = TcpdumpOptions.parse(arguments);
        if (result instanceof TcpdumpOptions.Result.Refused refused) {
            CommandResult said = refused.status() == 0
                    ? CommandResult.printed(refused.message())
                    : CommandResult.failed(refused.status(), refused.message());
            return new Command.Refused(said, refused.understood());
        }
        TcpdumpOptions options = ((TcpdumpOptions.Result.Understood) result).options();
        FilterParser.Result filter =
                FilterParser.parse(options.filter(), name -> java.util.Optional.of("0.0.0.0"), CaptureLink.ETHERNET);
        if (filter instanceof FilterParser.Result.Refused refused && !refused.understood()) {
            throw Refusal.unknownHere(1, "tcpdump: " + refused.message());
        }
        return new Command.Start(place.host(), "tcpdump " + String.join(" ", arguments), TcpdumpProgram.start(options));
    }
}

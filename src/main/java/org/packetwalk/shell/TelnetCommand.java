package org.packetwalk.shell;

import java.util.List;
import java.util.OptionalInt;

import org.packetwalk.net.ServiceNames;
import org.packetwalk.program.TelnetProgram;

/** {@code telnet [-4|-6] HOST [PORT]}. */
final class TelnetCommand implements CommandParser {

    private static final int TELNET_PORT = 23;

    @Override
    public Command parse(List<String> given, Place place) {
        boolean chosen = !given.isEmpty() && List.of("-4", "-6").contains(given.get(0));
        List<String> arguments = given.subList(chosen ? 1 : 0, given.size());
        if (arguments.isEmpty() || arguments.size() > 2 || arguments.get(0).startsWith("-")) {
            throw Words.notSimulated("telnet", String.join(" ", given), "telnet [-4|-6] HOST [PORT]");
        }
        int port = TELNET_PORT;
        if (arguments.size() == 2) {
            String word = arguments.get(1);
            OptionalInt named = ServiceNames.port(word, false);
            boolean number = word.matches("\\d{1,5}") && Integer.parseInt(word) <= 65_535;
            if (named.isEmpty() && !number) {
                throw new Refusal(new CommandResult(
                        1,
                        "Server lookup failure:  " + arguments.get(0) + ":" + word
                                + ", Servname not supported for ai_socktype\n",
                        ""));
            }
            port = named.isPresent() ? named.getAsInt() : Integer.parseInt(word);
        }
        return new Command.Start(
                place.host(),
                "telnet " + String.join(" ", given),
                TelnetProgram.start(
                        arguments.get(0), port, chosen ? given.get(0).charAt(1) - '0' : 0));
    }
}

package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.program.HttpServerProgram;

/** {@code python3 -m http.server [PORT] [--bind ADDRESS] [--directory FOLDER]}: the one program of Python that is here. */
final class PythonCommand implements CommandParser {

    private static final String KNOWN = "python3 -m http.server [PORT] [--bind ADDRESS] [--directory FOLDER]";
    private static final int DEFAULT_PORT = 8000;

    @Override
    public Command parse(List<String> arguments, Place place) {
        if (arguments.size() < 2
                || !arguments.get(0).equals("-m")
                || !arguments.get(1).equals("http.server")) {
            throw Words.notSimulated("python3", String.join(" ", arguments), KNOWN);
        }
        int port = DEFAULT_PORT;
        IpAddress address = Ipv4Address.ANY;
        int i = 2;
        while (i < arguments.size()) {
            String word = arguments.get(i++);
            String value = i < arguments.size() ? arguments.get(i) : "";
            if (List.of("--bind", "-b").contains(word) && IpAddress.isValid(value)) {
                address = IpAddress.parse(value);
                i++;
            } else if (List.of("--directory", "-d").contains(word) && !value.isEmpty()) {
                i++;
            } else if (word.matches("\\d{1,5}") && Integer.parseInt(word) <= 65_535) {
                port = Integer.parseInt(word);
            } else {
                throw Words.notSimulated("python3 -m http.server", word, KNOWN);
            }
        }
        return new Command.Start(
                place.host(), "python3 " + String.join(" ", arguments), HttpServerProgram.start(address, port));
    }
}

package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.program.GetentProgram;

/** {@code getent hosts NAME…}: asks the hosts file, as there is no name server. */
final class GetentCommand implements CommandParser {

    private static final int NOT_FOUND = 2;

    @Override
    public Command parse(List<String> arguments, Place place) {
        if (arguments.isEmpty() || !List.of("hosts", "ahosts", "ahostsv4").contains(arguments.get(0))) {
            throw Words.notSimulated("getent", arguments.isEmpty() ? "" : arguments.get(0), "hosts");
        }
        if (!arguments.get(0).equals("hosts")) {
            throw Words.notSimulated("getent", arguments.get(0), "hosts");
        }
        List<String> names = arguments.subList(1, arguments.size());
        if (!names.isEmpty() && names.stream().noneMatch(Ipv4Address::isValid)) {
            return new Command.Start(
                    place.host(), "getent hosts " + String.join(" ", names), GetentProgram.start(names));
        }
        return new Command.Run(place.host(), "getent hosts", (computer, stdin) -> show(computer, place.host(), names));
    }

    private static CommandResult show(Computer computer, HostId host, List<String> names) {
        List<List<String>> entries = computer.world().hostsFile(host).entries();
        StringBuilder out = new StringBuilder();
        if (names.isEmpty()) {
            entries.forEach(entry -> line(out, entry));
            return CommandResult.printed(out.toString());
        }
        int exit = 0;
        for (String name : names) {
            boolean address = Ipv4Address.isValid(name);
            List<List<String>> found = entries.stream()
                    .filter(entry -> address
                            ? entry.get(0).equals(name)
                            : entry.subList(1, entry.size()).contains(name))
                    .limit(1)
                    .toList();
            if (found.isEmpty()) {
                exit = NOT_FOUND;
            } else {
                line(out, found.get(0));
            }
        }
        return new CommandResult(exit, out.toString(), "");
    }

    private static void line(StringBuilder out, List<String> entry) {
        out.append(GetentProgram.line(entry));
    }
}

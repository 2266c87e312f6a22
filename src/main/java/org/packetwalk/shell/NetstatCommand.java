package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.net.ServiceNames;

/** {@code netstat [-tulnap]} of net-tools: the sockets of a host. */
final class NetstatCommand implements CommandParser {

    private static final String KNOWN = "-t, -u, -l, -n, -a, -p, -4";

    @Override
    public Command parse(List<String> arguments, Place place) {
        StringBuilder read = new StringBuilder();
        for (String word : arguments) {
            if (!word.matches("-[tulnap4]+")) {
                throw Words.notSimulated("netstat", word, KNOWN);
            }
            read.append(word.substring(1));
        }
        String letters = read.toString();
        return new Command.Run(
                place.host(),
                "netstat " + String.join(" ", arguments),
                (computer, stdin) -> CommandResult.printed(show(computer, place.host(), letters)));
    }

    private static String show(Computer computer, HostId host, String letters) {
        boolean programs = letters.contains("p");
        boolean all = letters.contains("a");
        boolean servers = letters.contains("l");
        StringBuilder out = new StringBuilder("Active Internet connections ("
                + (all ? "servers and established" : servers ? "only servers" : "w/o servers") + ")\n");
        out.append("Proto Recv-Q Send-Q Local Address           Foreign Address         State      ");
        out.append(programs ? " PID/Program name    \n" : "\n");
        boolean both = letters.contains("t") == letters.contains("u");
        for (boolean udp : new boolean[] {false, true}) {
            if (!both && letters.contains("u") != udp) {
                continue;
            }
            for (SocketRow row : SocketRow.of(computer.machine().host(host))) {
                if (row.udp() == udp && (all || row.server() == servers)) {
                    out.append(line(row, letters.contains("n"), programs));
                }
            }
        }
        return out.toString();
    }

    private static String line(SocketRow row, boolean numeric, boolean programs) {
        String state =
                row.udp() && row.state() == TcpState.CLOSE ? "" : row.state().netstatWord();
        String owner = row.owner().pid() == 0
                ? "-"
                : row.owner().pid() + "/" + row.owner().program();
        return "%-5s %6d %6d %-23s %-23s %-11s%s\n"
                .formatted(
                        row.protocol(),
                        row.receiveQueue(),
                        row.state() == TcpState.LISTEN ? 0 : row.sendQueue(),
                        end(row.local(), row.udp(), numeric),
                        end(row.remote(), row.udp(), numeric),
                        state,
                        programs ? " %-20s".formatted(owner) : "");
    }

    private static String end(Endpoint end, boolean udp, boolean numeric) {
        String port = end.port() == 0 ? "*" : Integer.toString(end.port());
        String named = numeric ? port : ServiceNames.name(end.port(), udp).orElse(port);
        return end.address() + ":" + named;
    }
}

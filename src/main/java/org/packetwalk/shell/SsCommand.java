package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.ServiceNames;
import org.packetwalk.sim.HostsFile;
import org.packetwalk.stack.NetNamespace;

/** {@code ss [-tulnapH4]}: the sockets of a host, in columns as wide as what stands in them. */
final class SsCommand implements CommandParser {

    private static final String KNOWN =
            "-t, -u, -l, -n, -a, -p, -o, -O, -r, -H, -V, -s, -4, -6 and their long names, then a filter";
    private static final List<String> TITLES = List.of(
            "Netid", "State", "Recv-Q", "Send-Q", "Local Address", ":", "Port", "Peer Address", ":", "Port", "Process");

    /** What was asked for, by the letters of the options. */
    private record Asked(String letters, SsFilter filter) {

        boolean has(char letter) {
            return letters.indexOf(letter) >= 0;
        }

        boolean udp() {
            return has('u') || !has('t');
        }

        boolean tcp() {
            return has('t') || !has('u');
        }
    }

    @Override
    public Command parse(List<String> arguments, Place place) {
        StringBuilder letters = new StringBuilder();
        int options = 0;
        while (options < arguments.size() && arguments.get(options).startsWith("-")) {
            letters.append(letters(arguments.get(options)));
            options++;
        }
        if (letters.indexOf("V") >= 0) {
            return new Command.Run(
                    place.host(), "ss -V", (computer, stdin) -> CommandResult.printed("ss utility, iproute2-6.1.0\n"));
        }
        boolean summaryAlone = letters.toString().matches("[^tu46]*s[^tu46]*") && options == arguments.size();
        if (summaryAlone) {
            return new Command.Run(
                    place.host(),
                    "ss -s",
                    (computer, stdin) -> CommandResult.printed(SocketSummary.of(computer, place.host())));
        }
        SsFilter filter = SsFilter.parse(arguments.subList(options, arguments.size()));
        Asked asked = new Asked(letters.toString(), filter);
        return new Command.Run(
                place.host(),
                "ss " + String.join(" ", arguments),
                (computer, stdin) ->
                        CommandResult.printed((asked.has('s') ? SocketSummary.of(computer, place.host()) : "")
                                + show(computer, place.host(), asked)));
    }

    private static String letters(String word) {
        String meant = switch (word) {
            case "--tcp" -> "-t";
            case "--udp" -> "-u";
            case "--listening" -> "-l";
            case "--numeric" -> "-n";
            case "--all" -> "-a";
            case "--processes" -> "-p";
            case "--no-header" -> "-H";
            case "--ipv4" -> "-4";
            case "--ipv6" -> "-6";
            case "--options" -> "-o";
            case "--oneline" -> "-O";
            case "--resolve" -> "-r";
            case "--summary" -> "-s";
            case "--version" -> "-V";
            default -> word;
        };
        if (!meant.matches("-[tulnapHoOrVs46]+")) {
            throw Words.notSimulated("ss", word, KNOWN);
        }
        return meant.substring(1);
    }

    private static String show(Computer computer, HostId host, Asked asked) {
        NetNamespace ns = computer.machine().host(host);
        List<List<String>> rows = new ArrayList<>();
        HostsFile names = computer.world().hostsFile(host);
        boolean every = asked.has('6') == asked.has('4');
        for (SocketRow row : SocketRow.of(ns)) {
            if ((every || row.ipv6() == asked.has('6'))
                    && (row.udp() ? asked.udp() : asked.tcp())
                    && wanted(row, asked)
                    && asked.filter().shows(row)) {
                rows.add(cells(row, asked, names, computer.machine().now()));
            }
        }
        boolean both = asked.udp() && asked.tcp();
        // Of UDP alone the connected sockets are shown unless more is asked for, and they have one state.
        boolean connectedAlone = asked.udp()
                && !asked.tcp()
                && !asked.has('a')
                && !asked.has('l')
                && asked.filter().states().isEmpty();
        boolean oneState = connectedAlone || asked.filter().states().size() == 1;
        return table(rows, both, !oneState, !asked.has('H'));
    }

    private static boolean wanted(SocketRow row, Asked asked) {
        if (!asked.filter().states().isEmpty()) {
            return asked.filter().states().contains(row.state());
        }
        if (asked.has('a')) {
            return true;
        }
        return asked.has('l')
                ? row.server()
                : !row.server() && row.state() != TcpState.TIME_WAIT && row.state() != TcpState.SYN_RECV;
    }

    private static List<String> cells(SocketRow row, Asked asked, HostsFile names, SimTime now) {
        Endpoint local = row.local();
        Endpoint remote = row.remote();
        String own = name(row, local.address(), asked, names) + (row.device().isEmpty() ? "" : "%" + row.device());
        return List.of(
                row.protocol(),
                row.state().ssWord(),
                "%-6d".formatted(row.receiveQueue()),
                "%-6d".formatted(row.sendQueue()),
                own,
                ":",
                port(local.port(), row.udp(), asked),
                name(row, remote.address(), asked, names),
                ":",
                port(remote.port(), row.udp(), asked),
                process(row, asked) + timer(row, asked, now));
    }

    /** {@code inet_addr_print}: {@code *} stands for any address of both families. */
    private static String name(SocketRow row, IpAddress address, Asked asked, HostsFile names) {
        if (row.ipv6() && address.isAny() && !row.ipv6Only()) {
            return "*";
        }
        if (!address.isAny() && asked.has('r') && names.nameOf(address).isPresent()) {
            return names.nameOf(address).get();
        }
        return address instanceof Ipv4Address ? address.toString() : "[" + address + "]";
    }

    private static String process(SocketRow row, Asked asked) {
        return asked.has('p') && row.owner().pid() != 0
                ? " users:((\"" + row.owner().program() + "\",pid="
                        + row.owner().pid() + ",fd=" + row.owner().descriptor() + "))"
                : "";
    }

    /** {@code tcp_timer_print}: of timers only that of a connection that rests is known. */
    private static String timer(SocketRow row, Asked asked, SimTime now) {
        if (!asked.has('o') || row.due().equals(SimTime.ZERO)) {
            return "";
        }
        long seconds = Math.max(0, row.due().since(now) / 1_000_000_000L);
        return " timer:(timewait," + seconds + "sec,0)";
    }

    private static String port(int port, boolean udp, Asked asked) {
        if (port == 0) {
            return "*";
        }
        return asked.has('n')
                ? Integer.toString(port)
                : ServiceNames.name(port, udp).orElse(Integer.toString(port));
    }

    /** {@code render}: addresses to the right, all else to the left; the last two columns touch. */
    private static String table(List<List<String>> rows, boolean netid, boolean state, boolean header) {
        List<List<String>> all = new ArrayList<>(rows);
        if (header) {
            all.add(0, TITLES);
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : all) {
            for (int column = netid ? 0 : 1; column < TITLES.size(); column++) {
                if (column == 1 && !state) {
                    continue;
                }
                out.append(cell(row.get(column), width(all, column), column == 4 || column == 7));
                boolean joined = column == 4 || column == 5 || column == 7 || column == 8 || column >= 9;
                out.append(joined ? "" : " ");
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String cell(String text, int width, boolean right) {
        String space = " ".repeat(width - text.length());
        return right ? space + text : text + space;
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}

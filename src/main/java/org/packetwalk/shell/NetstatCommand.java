package org.packetwalk.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.device.MulticastGroups;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6Membership;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.ServiceNames;
import org.packetwalk.sim.HostsFile;
import org.packetwalk.stack.NetNamespace;

/** {@code netstat} of net-tools 2.10: sockets, {@code -r} routes, {@code -i} devices, {@code -s} counters, {@code -g} groups. */
final class NetstatCommand implements CommandParser {

    private static final String KNOWN =
            "-t, -u, -w, -x, -l, -n, -a, -p, -W, -4, -6, -r, -i, -s, -g, -o, -e with -r or -i";
    private static final String LETTERS = "tuwxlnapW46risgevNo";
    private static final int ADDRESS_WIDTH = 22;
    private static final double NANOS = 1e9;
    private static final Map<String, String> LONG = longNames();

    private static Map<String, String> longNames() {
        Map<String, String> names = new TreeMap<>();
        String table = "tcp t udp u raw w unix x listening l numeric n all a programs p program p wide W inet 4 route r"
                + " interfaces i statistics s groups g extend e verbose v symbolic N timers o ip 4 ipv4 4 inet6 6 ipv6 6";
        String[] words = table.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            names.put("--" + words[i], words[i + 1]);
        }
        return names;
    }

    @Override
    public Command parse(List<String> arguments, Place place) {
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            String meant = LONG.containsKey(word) ? "-" + LONG.get(word) : word;
            if (word.equals("-A")
                    && i + 1 < arguments.size()
                    && arguments.get(i + 1).matches("inet6?")) {
                continue;
            }
            if (word.matches("inet6?") && i > 0 && arguments.get(i - 1).equals("-A")) {
                read.append(word.equals("inet6") ? "6" : "");
                continue;
            }
            if (!meant.matches("-[" + LETTERS + "]+")) {
                throw Words.notSimulated("netstat", word, KNOWN);
            }
            read.append(meant.substring(1));
        }
        String letters = read.toString();
        if (letters.contains("e") && !letters.contains("r") && !letters.contains("i")) {
            throw Words.notSimulated("netstat", "-e", KNOWN);
        }
        return new Command.Run(
                place.host(),
                "netstat " + String.join(" ", arguments),
                (computer, stdin) -> CommandResult.printed(show(computer, place.host(), letters)));
    }

    private static String show(Computer computer, HostId host, String letters) {
        NetNamespace ns = computer.machine().host(host);
        boolean numeric = letters.contains("n");
        if (letters.contains("6") && letters.contains("r")) {
            return new Inet6Routes(ns, computer.world().hostsFile(host)::nameOf, numeric).print();
        }
        if (letters.contains("r")) {
            boolean extended = letters.contains("e");
            return new InetRoutes(ns, computer.world().hostsFile(host)::nameOf, numeric)
                    .print(extended ? InetRoutes.Columns.METRIC : InetRoutes.Columns.WINDOW);
        }
        if (letters.contains("s")) {
            ProcFiles proc = new ProcFiles(ns, computer.machine().now());
            String files = proc.read("/proc/net/snmp").orElseThrow()
                    + proc.read("/proc/net/netstat").orElseThrow();
            return NetStatistics.print(files, groups(letters));
        }
        if (letters.contains("g")) {
            return memberships(ns);
        }
        if (letters.contains("i")) {
            boolean all = letters.contains("a");
            return letters.contains("e")
                    ? "Kernel Interface table\n" + IfconfigCommand.text(ns, all)
                    : InterfaceTable.of(ns, all);
        }
        boolean local = letters.contains("x");
        boolean internet = letters.matches(".*[tuw46].*");
        return (internet || !local
                        ? sockets(
                                ns,
                                letters,
                                computer.world().hostsFile(host),
                                computer.machine().now())
                        : "")
                + (local || !internet ? unix(letters) : "");
    }

    // -- tables ----------------------------------------------------------------------------

    private static List<String> groups(String letters) {
        if (letters.contains("t")) {
            return List.of("IcmpMsg", "Tcp", "UdpLite", "TcpExt", "IpExt", "MPTcpExt");
        }
        if (letters.contains("u")) {
            return List.of("IcmpMsg", "Udp", "UdpLite", "IpExt", "MPTcpExt");
        }
        return letters.contains("w") ? List.of("Ip", "Icmp", "IcmpMsg", "UdpLite", "IpExt", "MPTcpExt") : List.of();
    }

    private static String memberships(NetNamespace ns) {
        StringBuilder out = new StringBuilder("IPv6/IPv4 Group Memberships\n");
        out.append("Interface       RefCnt Group\n--------------- ------ ---------------------\n");
        for (NetDevice device : ns.devices().all()) {
            for (MulticastGroups.Membership one : ns.groups().of(device.index())) {
                out.append("%-15s %-6d %s\n".formatted(device.name(), one.users(), one.group()));
            }
            if (device.up()) {
                out.append("%-15s %-6d 224.0.0.1\n".formatted(device.name(), 1));
            }
        }
        for (Ipv6Device device : ns.ipv6().addresses().all()) {
            for (Ipv6Membership group : device.groups()) {
                out.append(
                        "%-15s %-6d %s\n".formatted(ns.devices().nameOf(device.index()), group.users(), group.group()));
            }
        }
        return out.toString();
    }

    // -- sockets ---------------------------------------------------------------------------

    private static String which(String letters) {
        return letters.contains("a")
                ? "servers and established"
                : letters.contains("l") ? "only servers" : "w/o servers";
    }

    /** This machine has no UNIX domain sockets. */
    private static String unix(String letters) {
        return "Active UNIX domain sockets (" + which(letters) + ")\n"
                + "Proto RefCnt Flags       Type       State         I-Node  "
                + (letters.contains("p") ? " PID/Program name    " : "") + " Path\n";
    }

    private static String sockets(NetNamespace ns, String letters, HostsFile names, SimTime now) {
        boolean programs = letters.contains("p");
        boolean all = letters.contains("a");
        boolean servers = letters.contains("l");
        StringBuilder out = new StringBuilder("Active Internet connections (" + which(letters) + ")\n");
        out.append("Proto Recv-Q Send-Q Local Address           Foreign Address         State      ");
        out.append(programs ? " PID/Program name    " : "").append(letters.contains("o") ? " Timer\n" : "\n");
        boolean every = !letters.matches(".*[tuw].*");
        for (boolean udp : new boolean[] {false, true}) {
            if (!every && letters.indexOf(udp ? 'u' : 't') < 0) {
                continue;
            }
            for (SocketRow row : SocketRow.of(ns)) {
                boolean family = letters.contains("4") == letters.contains("6") || row.ipv6() == letters.contains("6");
                if (row.udp() == udp && family && (all || row.server() == servers)) {
                    out.append(line(row, letters, names, programs))
                            .append(letters.contains("o") ? " " + timer(row, now) + "\n" : "\n");
                }
            }
        }
        return out.toString();
    }

    private static String line(SocketRow row, String letters, HostsFile names, boolean programs) {
        String state =
                row.udp() && row.state() == TcpState.CLOSE ? "" : row.state().netstatWord();
        String owner = row.owner().pid() == 0
                ? "-"
                : row.owner().pid() + "/" + row.owner().program();
        return "%-5s %6d %6d %-23s %-23s %-11s%s"
                .formatted(
                        row.protocol() + (row.ipv6() ? "6" : ""),
                        row.receiveQueue(),
                        row.state() == TcpState.LISTEN ? 0 : row.sendQueue(),
                        end(row.local(), row.udp(), letters, names),
                        end(row.remote(), row.udp(), letters, names),
                        state,
                        programs ? " %-20s".formatted(owner) : "");
    }

    /** Of timers only that of a connection that rests is known. */
    private static String timer(SocketRow row, SimTime now) {
        if (row.due().equals(SimTime.ZERO)) {
            return "off (0.00/0/0)";
        }
        double seconds = Math.max(0, row.due().since(now)) / NANOS;
        return String.format(Locale.ROOT, "timewait (%.2f/0/0)", seconds);
    }

    /**
     * {@code addr_do_one}: with the name of an address that the hosts file knows, unless numbers are asked for; one that is
     * too long for its column is cut, unless all of it is asked for.
     */
    private static String end(Endpoint end, boolean udp, String letters, HostsFile names) {
        String number = end.port() == 0 ? "*" : Integer.toString(end.port());
        String port = letters.contains("n")
                ? number
                : ServiceNames.name(end.port(), udp).orElse(number);
        IpAddress named = end.isIpv6() && end.speaksIpv4() ? end.ipv4() : end.address();
        String address = letters.contains("n") || named.isAny()
                ? named.toString()
                : names.nameOf(named).orElse(named.toString());
        boolean fits = letters.contains("W") || address.length() + port.length() <= ADDRESS_WIDTH;
        String shortPort = fits ? port : port.substring(0, Math.min(port.length(), ADDRESS_WIDTH - 4));
        return (fits ? address : address.substring(0, ADDRESS_WIDTH - shortPort.length())) + ":" + shortPort;
    }
}

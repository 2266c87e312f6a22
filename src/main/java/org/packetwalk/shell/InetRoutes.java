package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.stack.NetNamespace;

/** The table {@code Kernel IP routing table} of net-tools, made of {@code /proc/net/route} ({@code lib/inet_gr.c}). */
final class InetRoutes {

    /** Which columns are wanted. */
    enum Columns {
        /** {@code route}. */
        METRIC("Destination     Gateway         Genmask         Flags Metric Ref    Use Iface"),
        /** {@code netstat -r}, {@code route -e}. */
        WINDOW("Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface"),
        /** {@code route -ee}. */
        ALL("Destination     Gateway         Genmask         Flags Metric Ref    Use Iface    MSS   Window irtt");

        private final String title;

        Columns(String title) {
            this.title = title;
        }
    }

    private static final int HEADER_ROOM = 40;

    private final NetNamespace ns;
    private final Function<Ipv4Address, Optional<String>> names;
    private final boolean numeric;

    /** With names in place of addresses, or numbers alone. */
    InetRoutes(NetNamespace ns, Function<Ipv4Address, Optional<String>> names, boolean numeric) {
        this.ns = ns;
        this.names = names;
        this.numeric = numeric;
    }

    String print(Columns columns) {
        StringBuilder out = new StringBuilder("Kernel IP routing table\n" + columns.title + "\n");
        List<Route> routes =
                ns.routing().tables().contains(TableId.MAIN) ? ns.routing().routes(TableId.MAIN) : List.of();
        for (Route route : routes) {
            if (route.type() != RouteType.BROADCAST && route.type() != RouteType.MULTICAST) {
                out.append(row(route, columns)).append('\n');
            }
        }
        return out.toString();
    }

    private String row(Route route, Columns columns) {
        boolean refused = route.type() == RouteType.UNREACHABLE || route.type() == RouteType.PROHIBIT;
        NextHop way = route.nexthops().get(0);
        String host = route.prefix().length() == 32 ? "H" : "";
        String flags = refused ? "!" + host : "U" + (way.hasGateway() ? "G" : "") + host;
        String ends = "%-15s %-15s %-15s %-5s "
                .formatted(
                        destination(route.prefix()),
                        refused ? "-" : gateway(way.gateway()),
                        new Ipv4Address(Ipv4Prefix.mask(route.prefix().length())),
                        flags);
        String device = refused ? "-" : way.device() == 0 ? "*" : ns.devices().nameOf(way.device());
        int advertised = route.metrics().advertisedMss();
        String mss = refused ? "-" : Integer.toString(advertised == 0 ? 0 : advertised + HEADER_ROOM);
        String window = refused ? "-" : Integer.toString(route.metrics().window());
        String rtt = refused ? "-" : Integer.toString(route.metrics().rttMillis());
        String counts = "%-6d %-2s %7d %s".formatted(route.metric(), refused ? "-" : "0", 0, "%s");
        return switch (columns) {
            case METRIC -> ends + counts.formatted(device);
            case WINDOW -> ends + "%5s %-5s %6s %s".formatted(mss, window, rtt, device);
            case ALL -> ends + counts.formatted("%-8s".formatted(device)) + " %-5s %-6s %s".formatted(mss, window, rtt);
        };
    }

    private String destination(Ipv4Prefix prefix) {
        if (numeric) {
            return prefix.network().toString();
        }
        if (prefix.length() == 0) {
            return "default";
        }
        return switch (prefix.network().toString()) {
            case "127.0.0.0" -> "loopback";
            case "169.254.0.0" -> "link-local";
            default ->
                prefix.length() == 32
                        ? gateway(prefix.network())
                        : prefix.network().toString();
        };
    }

    private String gateway(Ipv4Address address) {
        Optional<String> name = numeric || address.isAny() ? Optional.empty() : names.apply(address);
        String text = name.orElse(address.toString());
        return text.substring(0, Math.min(15, text.length()));
    }

    /** The mask of the class an address is in, where none is given ({@code INET_setroute}). */
    static OptionalInt classLength(Ipv4Address network) {
        int first = network.bits() >>> 24;
        if (first < 128) {
            return OptionalInt.of(8);
        }
        return first < 192 ? OptionalInt.of(16) : first < 224 ? OptionalInt.of(24) : OptionalInt.empty();
    }
}

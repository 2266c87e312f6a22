package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.NexthopReference;
import org.packetwalk.kernel.route.RouteConfig;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route.RouteSelector;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.netlink.RouteRequest;

/** {@code route} of net-tools 2.10: shows main, and adds and deletes by {@code SIOCADDRT} and {@code SIOCDELRT}. */
final class RouteCommand implements CommandParser {

    private static final String USAGE = """
            Usage: inet_route [-vF] del {-host|-net} Target[/prefix] [gw Gw] [metric M] [[dev] If]
                   inet_route [-vF] add {-host|-net} Target[/prefix] [gw Gw] [metric M]
                                          [netmask N] [mss Mss] [window W] [irtt I]
                                          [mod] [dyn] [reinstate] [[dev] If]
                   inet_route [-vF] add {-host|-net} Target[/prefix] [metric M] reject
                   inet_route [-FC] flush      NOT supported
            """;
    private static final String KNOWN = "-e, -ee, -n, add, del with -net, -host, netmask, gw, dev, metric, reject";
    private static final int BAD_OPTION = 3;
    private static final int UNKNOWN_HOST = 6;
    private static final int REFUSED = 7;

    @Override
    public Command parse(List<String> arguments, Place place) {
        int extended = 0;
        boolean numeric = false;
        int at = 0;
        while (at < arguments.size() && arguments.get(at).matches("-[nev4F]+")) {
            numeric |= arguments.get(at).contains("n");
            extended += (int) arguments.get(at).chars().filter(c -> c == 'e').count();
            at++;
        }
        List<String> rest = arguments.subList(at, arguments.size());
        if (!rest.isEmpty() && (rest.get(0).equals("add") || rest.get(0).equals("del"))) {
            return change(place, rest.get(0).equals("add"), new Words(rest.subList(1, rest.size())));
        }
        if (!rest.isEmpty()) {
            throw Words.notSimulated("route", rest.get(0), KNOWN);
        }
        InetRoutes.Columns columns = extended == 0
                ? InetRoutes.Columns.METRIC
                : extended == 1 ? InetRoutes.Columns.WINDOW : InetRoutes.Columns.ALL;
        boolean plain = numeric;
        return new Command.Run(
                place.host(),
                "route " + String.join(" ", arguments),
                (computer, stdin) -> CommandResult.printed(new InetRoutes(
                                computer.machine().host(place.host()),
                                computer.world().hostsFile(place.host())::nameOf,
                                plain)
                        .print(columns)));
    }

    /** What was asked for ({@code INET_setroute}). */
    private static final class Wanted {

        private boolean hostGiven;
        private boolean netGiven;
        private String target = "";
        private Optional<Ipv4Address> mask = Optional.empty();
        private String gateway = "";
        private String device = "";
        private long metric;
        private boolean reject;
    }

    private static Command change(Place place, boolean add, Words words) {
        Wanted wanted = new Wanted();
        boolean nothing = !words.hasNext();
        while (words.hasNext()) {
            option(wanted, words.next(), words);
        }
        if (nothing) {
            throw new Refusal(CommandResult.printed(USAGE));
        }
        if (wanted.target.isEmpty()) {
            throw usage("");
        }
        String name = (add ? "route add " : "route del ") + wanted.target;
        return new Command.Run(place.host(), name, (computer, stdin) -> {
            try {
                RouteRequest request = request(computer, place, wanted, add);
                ResultOrErrno<Errno> answer = computer.configure(place.host(), request);
                return answer instanceof ResultOrErrno.Refused<Errno> refused
                        ? CommandResult.failed(
                                REFUSED,
                                (add ? "SIOCADDRT: " : "SIOCDELRT: ")
                                        + refused.errno().text() + "\n")
                        : CommandResult.SILENT;
            } catch (Refusal refusal) {
                return refusal.result();
            }
        });
    }

    private static void option(Wanted wanted, String word, Words words) {
        switch (word) {
            case "-net" -> wanted.netGiven = true;
            case "-host" -> wanted.hostGiven = true;
            case "netmask" -> {
                String text = words.next();
                if (!Ipv4Address.isValid(text)) {
                    throw new Refusal(BAD_OPTION, "route: bogus netmask " + text);
                }
                wanted.mask = Optional.of(Ipv4Address.parse(text));
            }
            case "gw", "gateway" -> wanted.gateway = words.next();
            case "metric" -> {
                String text = words.next();
                wanted.metric = Words.number(text);
                if (wanted.metric < 0) {
                    throw usage("");
                }
            }
            case "reject" -> wanted.reject = true;
            case "dev", "device" -> wanted.device = words.next();
            case "mss", "window", "irtt", "mod", "dyn", "reinstate" -> throw Words.notSimulated("route", word, KNOWN);
            default -> {
                if (wanted.target.isEmpty()) {
                    wanted.target = word;
                } else {
                    wanted.device = word;
                }
            }
        }
    }

    private static Refusal usage(String complaint) {
        return new Refusal(CommandResult.failed(BAD_OPTION, complaint + USAGE));
    }

    private static RouteRequest request(Computer computer, Place place, Wanted wanted, boolean add) {
        Ipv4Prefix prefix = prefix(computer, place, wanted, add);
        Ipv4Address gateway = wanted.gateway.isEmpty() ? Ipv4Address.ANY : resolve(computer, place, wanted.gateway);
        int index = 0;
        if (!wanted.device.isEmpty()) {
            index = computer.machine()
                    .host(place.host())
                    .devices()
                    .find(wanted.device)
                    .map(device -> device.index())
                    .orElseThrow(
                            () -> new Refusal(REFUSED, (add ? "SIOCADDRT: " : "SIOCDELRT: ") + Errno.ENODEV.text()));
        }
        List<NextHop> nexthops = new ArrayList<>();
        if (index != 0 || !gateway.isAny()) {
            nexthops.add(
                    new NextHop(index, gateway, 1, RouteScope.UNIVERSE, false, false, false, 0, Integer.MAX_VALUE));
        }
        RouteType type = wanted.reject ? RouteType.UNREACHABLE : RouteType.UNICAST;
        if (!add) {
            return new RouteRequest.Delete(new RouteSelector(
                    prefix,
                    TableId.MAIN,
                    0,
                    List.of(RouteType.values()),
                    RouteScope.NOWHERE,
                    RouteProtocol.UNSPECIFIED,
                    Ipv4Address.ANY,
                    wanted.metric,
                    RouteMetrics.NONE,
                    nexthops,
                    0));
        }
        RouteScope scope = wanted.reject ? RouteScope.HOST : gateway.isAny() ? RouteScope.LINK : RouteScope.UNIVERSE;
        return new RouteRequest.Add(
                new RouteConfig(
                        prefix.network(),
                        prefix.length(),
                        TableId.MAIN,
                        0,
                        type,
                        scope,
                        RouteProtocol.BOOT,
                        Ipv4Address.ANY,
                        wanted.metric,
                        RouteMetrics.NONE,
                        nexthops,
                        NexthopReference.NONE),
                RouteInsertion.PREPEND);
    }

    private static Ipv4Address resolve(Computer computer, Place place, String name) {
        return computer.world()
                .hostsFile(place.host())
                .resolve(name)
                .orElseThrow(() -> new Refusal(UNKNOWN_HOST, name + ": Host name lookup failure"));
    }

    private static Ipv4Prefix prefix(Computer computer, Place place, Wanted wanted, boolean add) {
        if (wanted.target.equals("default")) {
            return new Ipv4Prefix(Ipv4Address.ANY, 0);
        }
        String[] parts = wanted.target.split("/", 2);
        Ipv4Address address = resolve(computer, place, parts[0]);
        int length = parts.length > 1 && parts[1].matches("\\d{1,2}") && Integer.parseInt(parts[1]) <= 32
                ? Integer.parseInt(parts[1])
                : wanted.mask.map(RouteCommand::length).orElseGet(() -> lengthOf(wanted, address));
        if (length < 0) {
            throw new Refusal(BAD_OPTION, "route: bogus netmask " + wanted.mask.orElse(Ipv4Address.ANY));
        }
        if (wanted.hostGiven && length >= 0 && length < 32) {
            throw usage("route: netmask %08x doesn't make sense with host route\n".formatted(~Ipv4Prefix.mask(length)));
        }
        if (!Ipv4Prefix.containing(address, length).network().equals(address)) {
            if (parts.length == 1 && wanted.mask.isEmpty()) {
                throw new Refusal(REFUSED, (add ? "SIOCADDRT: " : "SIOCDELRT: ") + Errno.EINVAL.text());
            }
            throw usage("route: netmask doesn't match route address\n");
        }
        return new Ipv4Prefix(address, length);
    }

    private static int length(Ipv4Address mask) {
        int length = Integer.bitCount(mask.bits());
        return Ipv4Prefix.mask(length) == mask.bits() ? length : -1;
    }

    private static int lengthOf(Wanted wanted, Ipv4Address address) {
        OptionalInt byClass = InetRoutes.classLength(address);
        boolean network = wanted.netGiven
                || !wanted.hostGiven
                        && byClass.isPresent()
                        && Ipv4Prefix.containing(address, byClass.getAsInt())
                                .network()
                                .equals(address);
        return network && byClass.isPresent() ? byClass.getAsInt() : 32;
    }
}

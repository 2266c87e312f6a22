package org.packetwalk.shell;

import java.util.List;

/** {@code ip route} ({@code ip/iproute.c}): which of its subcommands is meant. */
final class IpRouteParser {

    private static final List<String> SUBCOMMANDS = List.of(
            "list",
            "show",
            "lst",
            "get",
            "add",
            "change",
            "chg",
            "replace",
            "prepend",
            "append",
            "test",
            "delete",
            "flush",
            "save",
            "restore",
            "showdump",
            "help");

    private final Place place;
    private final IpOptions options;

    IpRouteParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(Words words) {
        String subcommand = IpCommand.subcommand(words, "route", "list", SUBCOMMANDS);
        if (Ipv6AddressParser.concerns(words, options)) {
            return new Ipv6RouteParser(place, options).parse(subcommand, words);
        }
        return switch (subcommand) {
            case "list", "show", "lst" -> show(words);
            case "get" -> new IpRouteGetParser(place, options).parse(words);
            case "add", "change", "chg", "replace", "prepend", "append", "delete" ->
                new IpRouteChangeParser(place).parse(subcommand, words);
            case "flush" -> flush(words);
            case "help" -> throw IpUsage.refusal(IpUsage.ROUTE);
            default ->
                throw Words.notSimulated(
                        "ip route", subcommand, "add, append, change, del, flush, get, prepend, replace, show");
        };
    }

    private Command show(Words words) {
        IpRouteFilter filter = IpRouteFilter.parse(words, place);
        return new Command.Run(
                place.host(),
                "ip route show",
                (computer, stdin) -> new IpRoutePrinter(computer.machine().host(place.host()), options).print(filter));
    }

    private Command flush(Words words) {
        if (!words.hasNext()) {
            throw new Refusal(1, "\"ip route flush\" requires arguments.");
        }
        IpRouteFilter filter = IpRouteFilter.parse(words, place);
        return new Command.Run(place.host(), "ip route flush", new IpRouteFlush(place.host(), options, filter));
    }
}

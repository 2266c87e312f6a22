package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.route.AddressLifetime;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.netlink.AddressRequest;

/** {@code ip address} ({@code ip/ipaddress.c}). */
final class IpAddressParser {

    private static final List<String> SUBCOMMANDS = List.of(
            "add",
            "change",
            "chg",
            "replace",
            "delete",
            "show",
            "lst",
            "list",
            "flush",
            "save",
            "showdump",
            "restore",
            "help");

    private static final String KNOWN =
            "local, peer, broadcast, scope, label, dev, metric, noprefixroute," + " autojoin, valid_lft, preferred_lft";

    private static final int LONGEST_LABEL = 15;

    /** A subnet of two addresses or one has no broadcast address (RFC 3021). */
    private static final int LONGEST_WITH_BROADCAST = 30;

    private static final String WILDCARD_WARNING = """
            Warning: Executing wildcard deletion to stay compatible with old scripts.
                     Explicitly specify the prefix length (%s/32) to avoid this warning.
                     This special behaviour is likely to disappear in further releases,
                     fix your scripts!
            """;

    private final Place place;
    private final IpOptions options;

    private AddressAndLength local = new AddressAndLength(Ipv4Address.ANY, 0, false);
    private boolean localGiven;
    private String typed = "";
    private AddressAndLength peer = new AddressAndLength(Ipv4Address.ANY, 0, false);
    private boolean peerGiven;
    private String broadcast = "";
    private String device = "";
    private String label = "";
    private int scope = -1;
    private long metric;
    private boolean noPrefixRoute;
    private boolean autojoin;
    private long valid = AddressLifetime.FOREVER;
    private long preferred = AddressLifetime.FOREVER;

    IpAddressParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(Words words) {
        String subcommand = IpCommand.subcommand(words, "address", "show", SUBCOMMANDS);
        return switch (subcommand) {
            case "show", "lst", "list" -> show(words);
            case "add" -> add(words, false);
            case "replace", "change", "chg" -> add(words, true);
            case "delete" -> delete(words);
            case "flush" -> flush(words);
            case "help" -> throw IpUsage.refusal(IpUsage.ADDRESS);
            default -> throw Words.notSimulated("ip address", subcommand, "add, change, replace, del, show, flush");
        };
    }

    private Command show(Words words) {
        IpShowFilter filter = IpShowFilter.parse(words, place, "address");
        return new Command.Run(place.host(), "ip address show", (computer, stdin) -> {
            computer.askLinks(place.host());
            return new IpLinkPrinter(computer.machine(), place.host(), options, filter)
                    .withAddresses()
                    .print();
        });
    }

    private Command flush(Words words) {
        if (!words.hasNext()) {
            throw new Refusal(1, "Flush requires arguments.");
        }
        IpShowFilter filter = IpShowFilter.parse(words, place, "address");
        return new Command.Run(place.host(), "ip address flush", new IpAddressFlush(place.host(), options, filter));
    }

    private Command add(Words words, boolean replace) {
        if (Ipv6AddressParser.concerns(words, options)) {
            return new Ipv6AddressParser(place, options).add(words, replace);
        }
        fields(words);
        int index = place.deviceOrRefuse(device);
        if (!localGiven) {
            throw unaddressed(words, "Local address is not supplied");
        }
        return new Command.Configure(place.host(), new AddressRequest.Add(index, address(), replace));
    }

    private static Refusal unaddressed(Words words, String ofIpv4) {
        return new Refusal(
                2,
                words.familyIsKnown() ? "Error: ipv4: " + ofIpv4 + "." : "RTNETLINK answers: Operation not supported");
    }

    private Command delete(Words words) {
        if (Ipv6AddressParser.concerns(words, options)) {
            return new Ipv6AddressParser(place, options).delete(words);
        }
        fields(words);
        boolean wildcard = localGiven && !peerGiven && !local.lengthGiven();
        String warning = wildcard ? WILDCARD_WARNING.formatted(typed) : "";
        int index = place.device(device)
                .orElseThrow(() ->
                        new Refusal(CommandResult.failed(1, warning + "Cannot find device \"" + device + "\"\n")));
        if (!localGiven) {
            throw unaddressed(words, "Address not found");
        }
        AddressRequest.Delete request =
                new AddressRequest.Delete(index, local.address(), far().length(), far().address(), wildcard, label);
        if (!wildcard) {
            return new Command.Configure(place.host(), request);
        }
        return new Command.Run(
                place.host(),
                "ip address del",
                (computer, stdin) -> Rtnetlink.answer(computer.configure(place.host(), request))
                        .after(CommandResult.failed(0, warning)));
    }

    /** {@code ipaddr_modify}. */
    private void fields(Words words) {
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("peer") || word.equals("remote")) {
                once(peerGiven, "peer", words);
                peer = words.prefix();
                peerGiven = true;
            } else if (Words.matches(word, "broadcast") || word.equals("brd")) {
                once(!broadcast.isEmpty(), "broadcast", words);
                broadcast = words.next();
                if (!broadcast.equals("+") && !broadcast.equals("-")) {
                    words.back();
                    broadcast = words.address().toString();
                }
            } else if (word.equals("anycast")
                    || Words.matches(word, "home")
                    || Words.matches(word, "nodad")
                    || Words.matches(word, "mngtmpaddr")
                    || Words.matches(word, "optimistic")
                    || word.equals("proto")) {
                throw Words.notSimulated("ip address add", word, KNOWN);
            } else if (Words.matches(word, "scope")) {
                String name = words.next();
                scope = RouteScope.parse(name)
                        .orElseThrow(() -> Words.plainlyWrong(name, "invalid scope value."))
                        .number();
            } else if (word.equals("dev")) {
                device = words.next();
            } else if (word.equals("label")) {
                label = words.next();
            } else if (Words.matches(word, "metric")
                    || Words.matches(word, "priority")
                    || Words.matches(word, "preference")) {
                metric = words.unsigned32("\"metric\" value is invalid");
            } else if (Words.matches(word, "valid_lft") || Words.matches(word, "preferred_lft")) {
                boolean validity = Words.matches(word, "valid_lft");
                long seconds = Ipv6AddressParser.lifetime(words, validity ? "valid_lft" : "preferred_lft");
                if (validity) {
                    valid = seconds;
                } else {
                    preferred = seconds;
                }
            } else if (Words.matches(word, "noprefixroute")) {
                noPrefixRoute = true;
            } else if (Words.matches(word, "autojoin")) {
                autojoin = true;
            } else {
                String address = word.equals("local") ? words.next() : word;
                if (Words.matches(address, "help")) {
                    throw IpUsage.refusal(IpUsage.ADDRESS);
                }
                local(address, words);
            }
        }
        if (device.isEmpty()) {
            throw new Refusal(1, "Not enough information: \"dev\" argument is required.");
        }
        if (valid < preferred) {
            throw new Refusal(1, "preferred_lft is greater than valid_lft");
        }
        if (autojoin && !local.address().isMulticast()) {
            throw new Refusal(1, "autojoin needs multicast address");
        }
        if (label.length() > LONGEST_LABEL) {
            throw new Refusal(2, "Error: Attribute failed policy validation.");
        }
    }

    private void local(String word, Words words) {
        if (localGiven) {
            throw Words.garbage("local", word);
        }
        words.back();
        typed = word;
        local = words.prefix();
        localGiven = true;
    }

    /** The peer, or the address itself; a peer without any length has that of the address. */
    private AddressAndLength far() {
        if (!peerGiven) {
            return local;
        }
        return peer.length() == 0 ? new AddressAndLength(peer.address(), local.length(), false) : peer;
    }

    private static void once(boolean given, String key, Words words) {
        if (given) {
            throw Words.duplicate(key, words.next());
        }
    }

    private InterfaceAddress address() {
        AddressAndLength far = far();
        RouteScope reach = scope < 0 ? AddressRequest.defaultScope(local.address()) : RouteScope.of(scope);
        return new InterfaceAddress(
                local.address(),
                far.length(),
                far.address(),
                broadcastOf(far),
                reach,
                label.isEmpty() ? device : label,
                false,
                noPrefixRoute,
                autojoin,
                metric,
                new AddressLifetime(valid, preferred, SimTime.ZERO));
    }

    private Ipv4Address broadcastOf(AddressAndLength far) {
        if (broadcast.isEmpty()) {
            return Ipv4Address.ANY;
        }
        if (broadcast.equals("+") || broadcast.equals("-")) {
            if (far.length() > LONGEST_WITH_BROADCAST) {
                return Ipv4Address.ANY;
            }
            int host = ~Ipv4Prefix.mask(far.length());
            int bits = broadcast.equals("+")
                    ? far.address().bits() | host
                    : far.address().bits() & ~host;
            return new Ipv4Address(bits);
        }
        return Ipv4Address.parse(broadcast);
    }
}

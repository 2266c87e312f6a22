package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.NexthopObject;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.netlink.NexthopRequest;

/** {@code ip nexthop} ({@code ip/ipnexthop.c}). */
final class IpNexthopParser {

    private static final List<String> SUBCOMMANDS =
            List.of("add", "replace", "delete", "list", "show", "lst", "get", "flush", "bucket", "help");

    private static final String KNOWN = "id, via, dev, onlink, blackhole, group, type mpath, protocol";

    private static final String UNKNOWN_ATTRIBUTE = "Error: Unknown attribute type.";

    private static final String UNKNOWN_HEADER = "Error: Invalid values in header.";

    /** Ids have 32 bits. */
    private static final long MOST = 0xffff_ffffL;

    private final Place place;
    private final IpOptions options;

    IpNexthopParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(Words words) {
        if (options.ipv6()) {
            throw Words.notSimulated("ip -6", "nexthop", "IPv4 nexthops: ip nexthop");
        }
        String subcommand = IpCommand.subcommand(words, "nexthop", "show", SUBCOMMANDS);
        return switch (subcommand) {
            case "add" -> modify(words, false);
            case "replace" -> modify(words, true);
            case "delete" -> delete(words);
            case "help" -> throw IpUsage.refusal(IpUsage.NEXTHOP);
            case "get" -> get(words);
            case "show", "list", "lst" -> show(words);
            case "flush" -> flush(words);
            default -> throw Words.notSimulated("ip nexthop", subcommand, "add, replace, del, get, list, flush");
        };
    }

    /** {@code ipnh_modify}. */
    private Command modify(Words words, boolean replace) {
        long id = 0;
        String device = "";
        int index = 0;
        Ipv4Address gateway = Ipv4Address.ANY;
        boolean onlink = false;
        boolean blackhole = false;
        boolean grouped = false;
        List<NexthopObject.Member> members = new ArrayList<>();
        RouteProtocol protocol = RouteProtocol.UNSPECIFIED;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "id" -> id = number(words);
                case "dev" -> {
                    device = words.next();
                    index = device(device);
                }
                case "via" -> gateway = via(words);
                case "onlink" -> onlink = true;
                case "blackhole" -> blackhole = true;
                case "group" -> {
                    members.addAll(members(words.next()));
                    grouped = true;
                }
                case "type" -> {
                    String type = words.next();
                    if (!type.equals("mpath")) {
                        throw Words.notSimulated("ip nexthop … type", type, "mpath");
                    }
                }
                case "encap", "fdb", "buckets", "idle_timer", "unbalanced_timer" ->
                    throw Words.notSimulated("ip nexthop", word, KNOWN);
                default -> protocol = protocol(word, words);
            }
        }
        if (grouped) {
            return put(new NexthopObject.Group(id, members, protocol), replace);
        }
        if (blackhole) {
            return put(discarding(id, !gateway.isAny() || !device.isEmpty(), onlink, protocol), replace);
        }
        if (device.isEmpty()) {
            throw new Refusal(
                    2,
                    gateway.isAny()
                            ? "Error: Invalid address family."
                            : "Error: Device attribute required for non-blackhole and non-fdb nexthops.");
        }
        NextHop nexthop =
                new NextHop(index, gateway, 1, RouteScope.UNIVERSE, onlink, false, false, 0, Integer.MAX_VALUE);
        return put(new NexthopObject.Single(id, nexthop, protocol), replace);
    }

    /** {@code rtm_to_nh_config}: a blackhole leads to lo and takes nothing else. */
    private static NexthopObject discarding(long id, boolean leads, boolean onlink, RouteProtocol protocol) {
        if (onlink) {
            throw new Refusal(2, "Error: Invalid flags for nexthop - PERVASIVE and ONLINK can not be set.");
        }
        if (leads) {
            throw new Refusal(2, "Error: Blackhole attribute can not be used with gateway, oif, encap or fdb.");
        }
        NextHop lo = new NextHop(
                NetDevice.LOOPBACK_INDEX,
                Ipv4Address.ANY,
                1,
                RouteScope.UNIVERSE,
                false,
                false,
                false,
                0,
                Integer.MAX_VALUE);
        return new NexthopObject.Single(id, lo, protocol, true);
    }

    private Command put(NexthopObject object, boolean replace) {
        return new Command.Configure(place.host(), new NexthopRequest.Put(object, replace));
    }

    private int device(String name) {
        return place.device(name).orElseThrow(() -> Words.wrong(name, "Device does not exist"));
    }

    private static Ipv4Address via(Words words) {
        String family = words.next();
        if (!family.equals("inet")) {
            words.back();
        }
        return words.address();
    }

    /** {@code add_nh_group_attr}: ids with weights, such as {@code 1/2,3}. */
    private static List<NexthopObject.Member> members(String text) {
        List<NexthopObject.Member> members = new ArrayList<>();
        for (String part : text.split("/", -1)) {
            int comma = part.indexOf(',');
            long id = Words.number(comma < 0 ? part : part.substring(0, comma));
            long weight = comma < 0 ? 1 : Words.number(part.substring(comma + 1));
            if (id < 0 || id > MOST) {
                throw Words.wrong(text, "\"group\" value is invalid");
            }
            if (weight < 1 || weight > 256) {
                throw Words.wrong(part.substring(comma + 1), "\"weight\" is invalid");
            }
            members.add(new NexthopObject.Member(id, (int) weight));
        }
        return members;
    }

    /** {@code ipnh_modify} reads as much as when it adds one; the kernel takes the id and nothing else ({@code nh_valid_get_del_req}). */
    private Command delete(Words words) {
        long id = 0;
        String refusal = "";
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "id" -> id = number(words);
                case "dev" -> {
                    device(words.next());
                    refusal = UNKNOWN_ATTRIBUTE;
                }
                case "via" -> {
                    via(words);
                    refusal = UNKNOWN_ATTRIBUTE;
                }
                case "group" -> {
                    members(words.next());
                    refusal = UNKNOWN_ATTRIBUTE;
                }
                case "blackhole" -> refusal = UNKNOWN_ATTRIBUTE;
                case "onlink" -> refusal = refusal.isEmpty() ? UNKNOWN_HEADER : refusal;
                default -> {
                    protocol(word, words);
                    refusal = refusal.isEmpty() ? UNKNOWN_HEADER : refusal;
                }
            }
        }
        if (!refusal.isEmpty()) {
            throw new Refusal(2, refusal);
        }
        if (id == 0) {
            throw new Refusal(2, "Error: Nexthop id is missing.");
        }
        return new Command.Configure(place.host(), new NexthopRequest.Delete(id));
    }

    private static RouteProtocol protocol(String word, Words words) {
        if (!Words.matches(word, "protocol")) {
            throw Words.plainlyWrong(word, "");
        }
        String name = words.next();
        return RouteProtocol.parse(name).orElseThrow(() -> Words.wrong(name, "\"protocol\" value is invalid"));
    }

    /** {@code ipnh_get_id}. */
    private static long id(Words words) {
        long id = 0;
        while (words.hasNext()) {
            if (!words.next().equals("id")) {
                throw IpUsage.refusal(IpUsage.NEXTHOP);
            }
            id = number(words);
        }
        if (id == 0) {
            throw IpUsage.refusal(IpUsage.NEXTHOP);
        }
        return id;
    }

    private static long number(Words words) {
        String word = words.next();
        long number = Words.number(word);
        if (number < 0 || number > MOST) {
            throw Words.plainlyWrong(word, "invalid id value");
        }
        return number;
    }

    private Command get(Words words) {
        long id = id(words);
        return new Command.Run(place.host(), "ip nexthop get", (computer, stdin) -> {
            IpNexthopPrinter printer = new IpNexthopPrinter(computer.machine().host(place.host()), options);
            return printer.get(id);
        });
    }

    private Command show(Words words) {
        Filter filter = filter(words);
        return new Command.Run(
                place.host(),
                "ip nexthop show",
                (computer, stdin) ->
                        new IpNexthopPrinter(computer.machine().host(place.host()), options).print(filter));
    }

    private Command flush(Words words) {
        Filter filter = filter(words);
        return new Command.Run(place.host(), "ip nexthop flush", (computer, stdin) -> {
            int flushed = 0;
            for (NexthopObject object :
                    List.copyOf(computer.machine().host(place.host()).nexthops().all())) {
                boolean there = computer.machine()
                        .host(place.host())
                        .nexthops()
                        .find(object.id())
                        .isPresent();
                if (filter.shows(object)) {
                    flushed++;
                    ResultOrErrno<?> answer = computer.configure(place.host(), new NexthopRequest.Delete(object.id()));
                    if (there && answer instanceof ResultOrErrno.Refused<?>) {
                        return Rtnetlink.answer(answer);
                    }
                }
            }
            return CommandResult.printed(flushed == 0 ? "Nothing to flush\n" : "Flushed " + flushed + " nexthops\n");
        });
    }

    private Filter filter(Words words) {
        long id = 0;
        int device = 0;
        boolean groups = false;
        RouteProtocol protocol = RouteProtocol.UNSPECIFIED;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "id" -> id = number(words);
                case "dev" -> {
                    String name = words.next();
                    device = device(name);
                }
                case "vrf", "master", "fdb" ->
                    throw Words.notSimulated("ip nexthop list", word, "id, dev, groups, protocol");
                default -> {
                    if (Words.matches(word, "groups")) {
                        groups = true;
                    } else if (Words.matches(word, "protocol")) {
                        String name = words.next();
                        protocol = RouteProtocol.parse(name)
                                .orElseThrow(() -> Words.wrong(name, "invalid protocol value"));
                    } else {
                        throw Words.plainlyWrong(word, "");
                    }
                }
            }
        }
        return new Filter(id, device, groups, protocol);
    }

    /**
     * Which objects are meant.
     *
     * @param id the id, 0 for all
     * @param device the interface, 0 for all
     * @param groups whether groups only
     * @param protocol who made it, UNSPECIFIED for anybody
     */
    record Filter(long id, int device, boolean groups, RouteProtocol protocol) {

        boolean shows(NexthopObject object) {
            boolean onDevice = device == 0
                    || object instanceof NexthopObject.Single single
                            && !single.blackhole()
                            && single.nexthop().device() == device;
            return (id == 0 || object.id() == id)
                    && onDevice
                    && (!groups || object instanceof NexthopObject.Group)
                    && (protocol.equals(RouteProtocol.UNSPECIFIED) || protocol.equals(object.protocol()));
        }
    }
}

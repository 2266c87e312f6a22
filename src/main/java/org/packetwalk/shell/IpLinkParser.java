package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.packetwalk.kernel.HostId;
import org.packetwalk.net.MacAddress;
import org.packetwalk.netlink.LinkChange;
import org.packetwalk.netlink.LinkRequest;
import org.packetwalk.netlink.LinkRequest.NewLink;
import org.packetwalk.netlink.NewKind;

/** {@code ip link} ({@code ip/iplink.c}). */
final class IpLinkParser {

    private static final List<String> SUBCOMMANDS = List.of(
            "add",
            "set",
            "change",
            "replace",
            "delete",
            "show",
            "lst",
            "list",
            "xstats",
            "afstats",
            "property",
            "help");

    private static final List<String> PREFIXED = List.of(
            "link",
            "address",
            "broadcast",
            "txqueuelen",
            "txqlen",
            "master",
            "nomaster",
            "dynamic",
            "type",
            "alias",
            "numtxqueues",
            "numrxqueues");

    private static final List<String> NOT_SIMULATED = List.of(
            "index",
            "xdp",
            "xdpgeneric",
            "xdpdrv",
            "xdpoffload",
            "trailers",
            "carrier",
            "vf",
            "vrf",
            "dynamic",
            "mode",
            "state",
            "numtxqueues",
            "numrxqueues",
            "addrgenmode",
            "link-netns",
            "link-netnsid",
            "protodown",
            "protodown_reason",
            "gso_max_size",
            "gso_max_segs",
            "gro_max_size",
            "parentdev");

    private static final String KNOWN = "up, down, name, address, broadcast, mtu, netns, txqueuelen, multicast,"
            + " allmulticast, promisc, arp, alias, group, link, master, nomaster, type";

    private static final String VETH_USAGE = """
            Usage: ip link <options> type veth [peer <options>]
            To get <options> type 'ip link add help'
            """;

    /** {@code IFNAMSIZ} less the end of the text. */
    private static final int LONGEST_NAME = 15;

    private static final Function<Integer, Refusal> INVALID_LENGTH =
            length -> new Refusal(2, "RTNETLINK answers: Invalid argument");

    private final Place place;
    private final IpOptions options;

    IpLinkParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(Words words) {
        String subcommand = IpCommand.subcommand(words, "link", "show", SUBCOMMANDS);
        return switch (subcommand) {
            case "show", "lst", "list" -> show(words);
            case "add" -> add(words);
            case "set", "change" -> set(words);
            case "delete" -> delete(words);
            case "help" -> throw IpUsage.refusal(IpUsage.LINK);
            default -> throw Words.notSimulated("ip link", subcommand, "add, set, del, show");
        };
    }

    private Command show(Words words) {
        IpShowFilter filter = IpShowFilter.parse(words, place, "link");
        return new Command.Run(place.host(), "ip link show", (computer, stdin) -> {
            computer.askLinks(place.host());
            return new IpLinkPrinter(computer.machine(), place.host(), options, filter).print();
        });
    }

    private Command add(Words words) {
        Fields fields = fields(words, "add");
        if (fields.type.isEmpty()) {
            throw new Refusal(1, "Not enough information: \"type\" argument is required");
        }
        if (List.of("bridge", "dummy", "vlan", "macvlan", "vxlan").contains(fields.type)) {
            return addKind(words, fields);
        }
        if (!fields.type.equals("veth")) {
            if (List.of("ipvlan", "bond", "ifb", "gre", "ipip", "sit", "vrf", "macvtap", "wireguard")
                    .contains(fields.type)) {
                throw Words.notSimulated(
                        "ip link add … type", fields.type, "bridge, dummy, macvlan, veth, vlan, vxlan");
            }
            if (words.hasNext()) {
                throw new Refusal(
                        1, "Garbage instead of arguments \"" + words.next() + " ...\". Try \"ip link help\".");
            }
            throw new Refusal(2, "Error: Unknown device type.");
        }
        Fields peer = new Fields();
        if (words.hasNext()) {
            if (!words.next().equals("peer")) {
                throw new Refusal(new CommandResult(1, VETH_USAGE, ""));
            }
            peer = fields(words, "add");
            if (!peer.type.isEmpty()) {
                throw Words.duplicate("type", peer.type);
            }
        }
        return new Command.Configure(
                place.host(),
                new LinkRequest.AddVeth(
                        fields.newLink(place.host()),
                        peer.newLink(fields.namespace(place.host())),
                        fields.changes,
                        peer.changes));
    }

    private Command addKind(Words words, Fields fields) {
        int lower = fields.link.isEmpty() ? 0 : place.deviceOrRefuse(fields.link);
        List<String> options = List.copyOf(words.rest());
        NewKind kind = switch (fields.type) {
            case "bridge" -> new NewKind.Bridge(IpLinkTypes.bridge(words));
            case "vlan" -> IpLinkTypes.vlan(words, lower);
            case "vxlan" -> IpVxlanParser.parse(words, place);
            case "macvlan" -> IpLinkTypes.macvlan(words, lower);
            default -> {
                if (words.hasNext()) {
                    throw Words.notSimulated("ip link add … type dummy", words.peek(), "no options");
                }
                yield new NewKind.Dummy();
            }
        };
        Command.Configure configure = new Command.Configure(
                place.host(), new LinkRequest.AddLink(fields.newLink(place.host()), kind, fields.changes));
        return kind instanceof NewKind.Vxlan
                ? new Command.Run(
                        place.host(),
                        "ip link add",
                        (computer, stdin) -> IpVxlanParser.warned(options, PipelineRun.configure(computer, configure)))
                : configure;
    }

    private Command set(Words words) {
        Fields fields = fields(words, "set");
        if (fields.device.isEmpty()) {
            throw new Refusal(255, "Not enough information: \"dev\" argument is required.");
        }
        int device = place.deviceOrRefuse(fields.device);
        List<LinkChange> changes = new ArrayList<>(fields.changes);
        switch (fields.type) {
            case "bridge" -> changes.add(new LinkChange.Bridge(IpLinkTypes.bridge(words)));
            case "bridge_slave" -> changes.add(new LinkChange.Port(IpLinkTypes.bridgePort(words)));
            case "macvlan" ->
                IpLinkTypes.macvlanMode(words).map(LinkChange.Macvlan::new).ifPresent(changes::add);
            default -> {
                if (words.hasNext()) {
                    throw Words.notSimulated("ip link set … type", fields.type, "bridge, bridge_slave, macvlan");
                }
            }
        }
        if (fields.mtuGiven) {
            changes.add(0, new LinkChange.Mtu(fields.mtu));
        }
        if (!fields.address.isEmpty()) {
            // nl_get_ll_addr_len: as many bytes as the devices here have
            MacAddress address = Words.hardwareAddress(
                    fields.address,
                    length -> new Refusal(
                            1, "Invalid address length " + length + " - must be " + MacAddress.LENGTH + " bytes"));
            changes.add(0, new LinkChange.Address(address));
        }
        if (!fields.namespace.isEmpty()) {
            changes.add(0, new LinkChange.Namespace(new HostId(fields.namespace)));
        }
        if (!fields.name.isEmpty() && !fields.name.equals(fields.device)) {
            changes.add(new LinkChange.Name(fields.name));
        }
        if (fields.queueLengthGiven) {
            changes.add(new LinkChange.QueueLength(fields.queueLength));
        }
        return new Command.Configure(place.host(), new LinkRequest.Change(device, changes));
    }

    private Command delete(Words words) {
        String name = "";
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "dev" -> name = words.next();
                case "type" -> words.next();
                case "group" -> throw Words.notSimulated("ip link del", "group", "dev NAME");
                default -> {
                    if (!name.isEmpty()) {
                        throw Words.garbage("dev", word);
                    }
                    name = word;
                }
            }
        }
        if (name.isEmpty()) {
            throw new Refusal(255, "Not enough information: \"dev\" argument is required.");
        }
        return new Command.Configure(place.host(), new LinkRequest.Delete(place.deviceOrRefuse(name)));
    }

    /** {@code iplink_parse}: reads on until the words end or a type is named. */
    private Fields fields(Words words, String verb) {
        Fields fields = new Fields();
        while (words.hasNext()) {
            String word = words.next();
            String keyword = PREFIXED.stream()
                    .filter(name -> Words.matches(word, name))
                    .findFirst()
                    .orElse(word);
            switch (keyword) {
                case "up" -> fields.changes.add(new LinkChange.Up(true));
                case "down" -> fields.changes.add(new LinkChange.Up(false));
                case "name" -> fields.setName(words.next());
                case "address" -> fields.address = words.linkLayerAddress();
                case "broadcast", "brd" ->
                    fields.changes.add(
                            new LinkChange.Broadcast(Words.hardwareAddress(words.linkLayerAddress(), INVALID_LENGTH)));
                case "txqueuelen", "txqlen", "qlen" -> fields.setQueueLength(words.next());
                case "mtu" -> fields.setMtu(words);
                case "netns" -> fields.namespace = namespace(words.next());
                case "multicast" -> fields.changes.add(new LinkChange.Multicast(onOrOff(words, "multicast")));
                case "allmulticast" -> fields.changes.add(new LinkChange.AllMulticast(onOrOff(words, "allmulticast")));
                case "promisc" -> fields.changes.add(new LinkChange.Promiscuous(onOrOff(words, "promisc")));
                case "arp" -> fields.changes.add(new LinkChange.Arp(onOrOff(words, "arp")));
                case "alias" -> fields.changes.add(new LinkChange.Alias(words.next()));
                case "group" -> fields.changes.add(new LinkChange.Group(group(words)));
                case "type" -> {
                    fields.type = words.next();
                    return named(fields, verb);
                }
                case "link" -> fields.link = words.next();
                case "master" -> fields.changes.add(new LinkChange.Master(master(words.next())));
                case "nomaster" -> fields.changes.add(new LinkChange.Master(0));
                case "dev" -> fields.setDevice(words.next());
                default -> {
                    if (NOT_SIMULATED.contains(keyword)) {
                        throw Words.notSimulated("ip link " + verb, keyword, KNOWN);
                    }
                    fields.setDevice(word);
                }
            }
        }
        return named(fields, verb);
    }

    private static Fields named(Fields fields, String verb) {
        if (verb.equals("add") && !fields.name.isEmpty() && !fields.name.equals(fields.device)) {
            throw new Refusal(255, "both \"name\" and \"dev\" cannot be used when creating devices.");
        }
        return fields;
    }

    private String namespace(String name) {
        if (!place.known().host(new HostId(name)) && !name.equals("1")) {
            throw Words.wrong(name, "Invalid \"netns\" value");
        }
        return name;
    }

    private int master(String name) {
        return place.device(name)
                .orElseThrow(
                        () -> new Refusal(255, "Error: argument \"" + name + "\" is wrong: Device does not exist\n"));
    }

    private static int group(Words words) {
        String word = words.next();
        long number = word.equals("default") ? 0 : Words.number(word);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw Words.wrong(word, "Invalid \"group\" value");
        }
        return (int) number;
    }

    private static boolean onOrOff(Words words, String key) {
        String word = words.next();
        if (word.equals("on") || word.equals("off")) {
            return word.equals("on");
        }
        throw new Refusal(1, "Error: argument of \"" + key + "\" must be \"on\" or \"off\", not \"" + word + "\"");
    }

    /** What was typed of a device, as it is read. */
    private static final class Fields {

        private String device = "";
        private boolean deviceIsName;
        private String name = "";
        private String type = "";
        private String link = "";
        private String namespace = "";
        private List<Integer> address = List.of();
        private int mtu;
        private boolean mtuGiven;
        private int queueLength = -1;
        private boolean queueLengthGiven;
        private final List<LinkChange> changes = new ArrayList<>();

        private void setDevice(String word) {
            if (!device.isEmpty() && !deviceIsName) {
                throw Words.garbage("dev", word);
            }
            checkName("dev", word);
            device = word;
            deviceIsName = false;
        }

        /** {@code get_integer}: the kernel takes a negative length for a very large one. */
        private void setQueueLength(String word) {
            boolean negative = word.startsWith("-");
            long number = Words.number(negative ? word.substring(1) : word);
            if (number < 0 || number > Integer.MAX_VALUE) {
                throw Words.wrong(word, "Invalid \"txqueuelen\" value");
            }
            queueLength = (int) (negative ? -number : number);
            queueLengthGiven = true;
        }

        private void setName(String word) {
            if (!name.isEmpty()) {
                throw Words.duplicate("name", word);
            }
            checkName("name", word);
            if (word.length() > LONGEST_NAME) {
                throw Words.plainlyWrong(word, "\"name\" not a valid ifname");
            }
            name = word;
            if (device.isEmpty()) {
                device = name;
                deviceIsName = true;
            }
        }

        private static void checkName(String key, String word) {
            if (word.isEmpty() || word.contains("/") || word.chars().anyMatch(Character::isWhitespace)) {
                throw Words.plainlyWrong(word, "\"" + key + "\" not a valid ifname");
            }
        }

        private void setMtu(Words words) {
            String word = words.next();
            boolean negative = word.startsWith("-");
            long number = Words.number(negative ? word.substring(1) : word);
            if (number < 0 || number > Integer.MAX_VALUE) {
                throw Words.wrong(word, "Invalid \"mtu\" value");
            }
            mtu = (int) (negative ? -number : number);
            mtuGiven = true;
        }

        private HostId namespace(HostId otherwise) {
            return namespace.isEmpty() ? otherwise : new HostId(namespace);
        }

        private NewLink newLink(HostId host) {
            if (device.length() > LONGEST_NAME) {
                throw new Refusal(2, "Error: Attribute failed policy validation.");
            }
            MacAddress hardware = address.isEmpty() ? MacAddress.ZERO : Words.hardwareAddress(address, INVALID_LENGTH);
            return new NewLink(namespace(host), name.isEmpty() ? device : name, hardware, mtu, queueLength);
        }
    }
}

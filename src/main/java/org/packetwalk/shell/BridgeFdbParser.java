package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.FdbEntry;
import org.packetwalk.kernel.device.VxlanEntry;
import org.packetwalk.kernel.device.VxlanRemote;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.netlink.FdbRequest;

/** {@code bridge fdb} ({@code bridge/fdb.c}). */
final class BridgeFdbParser {

    private static final List<String> SUBCOMMANDS =
            List.of("add", "append", "replace", "delete", "get", "show", "lst", "list", "flush", "help");

    private final Place place;
    private final IpOptions options;

    BridgeFdbParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(Words words) {
        String subcommand = BridgeCommand.subcommand(words, "fdb", SUBCOMMANDS);
        return switch (subcommand) {
            case "add" -> modify(words, Optional.of(FdbRequest.How.ADD));
            case "append" -> modify(words, Optional.of(FdbRequest.How.APPEND));
            case "replace" -> modify(words, Optional.of(FdbRequest.How.REPLACE));
            case "delete" -> modify(words, Optional.empty());
            case "get" -> get(words);
            case "show", "lst", "list" -> show(words);
            default -> throw Words.notSimulated("bridge fdb", subcommand, "add, append, del, get, replace, show");
        };
    }

    private Command show(Words words) {
        int bridge = 0;
        int device = 0;
        boolean dynamic = false;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "br" -> {
                    String name = words.next();
                    bridge = place.device(name)
                            .orElseThrow(() -> new Refusal(255, "Cannot find bridge device \"" + name + "\""));
                }
                case "brport", "dev" -> {
                    String name = words.next();
                    device = place.device(name)
                            .orElseThrow(() -> new Refusal(255, "Cannot find device \"" + name + "\""));
                }
                case "dynamic" -> dynamic = true;
                default -> throw Words.notSimulated("bridge fdb show", word, "br, brport, dev, dynamic");
            }
        }
        int of = bridge;
        int only = device;
        boolean learned = dynamic;
        return new Command.Run(
                place.host(),
                "bridge fdb show",
                (computer, stdin) ->
                        new BridgeFdbPrinter(computer.machine(), place.host(), options).print(of, only, learned));
    }

    /** {@code fdb_get}: one entry of a bridge. */
    private Command get(Words words) {
        String address = "";
        String name = "";
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("br")) {
                name = words.next();
            } else if (List.of("brport", "dev", "vlan", "vni", "self", "master", "dynamic")
                    .contains(word)) {
                throw Words.notSimulated("bridge fdb get", word, "LLADDR, br");
            } else {
                address = word.equals("to") ? words.next() : word;
            }
        }
        if (address.isEmpty()) {
            throw new Refusal(255, "Address required");
        }
        if (!MacAddress.isValid(address)) {
            throw new Refusal(255, "Invalid address \"" + address + "\"");
        }
        if (name.isEmpty()) {
            throw new Refusal(255, "No device or bridge given");
        }
        String bridge = name;
        int index = place.device(bridge)
                .orElseThrow(() -> new Refusal(255, "Cannot find bridge device \"" + bridge + "\""));
        MacAddress mac = MacAddress.parse(address);
        return new Command.Run(
                place.host(),
                "bridge fdb get",
                (computer, stdin) ->
                        new BridgeFdbPrinter(computer.machine(), place.host(), options).printOne(index, mac));
    }

    /** {@code fdb_modify}: without a word an entry is the device's own, and permanent. */
    private Command modify(Words words, Optional<FdbRequest.How> how) {
        String device = "";
        String address = "";
        boolean master = false;
        boolean self = false;
        FdbEntry.Origin origin = FdbEntry.Origin.ADDED_LOCAL;
        TunnelEnd end = new TunnelEnd();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                device = words.next();
            } else if (Words.matches(word, "local") || Words.matches(word, "permanent")) {
                origin = FdbEntry.Origin.ADDED_LOCAL;
            } else if (Words.matches(word, "temp") || Words.matches(word, "static")) {
                origin = FdbEntry.Origin.ADDED_STATIC;
            } else if (Words.matches(word, "dynamic")) {
                origin = FdbEntry.Origin.ADDED_DYNAMIC;
            } else if (word.equals("self")) {
                self = true;
            } else if (Words.matches(word, "master")) {
                master = true;
            } else if (List.of("dst", "port", "vni", "via").contains(word)) {
                end.word(word, words);
            } else if (List.of("src_vni", "nhid", "vlan", "router", "use", "sticky")
                            .contains(word)
                    || word.equals("extern_learn")) {
                throw Words.notSimulated(
                        "bridge fdb", word, "dev, dst, master, permanent, port, self, static, dynamic, via, vni");
            } else {
                if (word.equals("to")) {
                    word = words.next();
                }
                if (!address.isEmpty()) {
                    throw Words.duplicate("to", word);
                }
                address = word;
            }
        }
        if (device.isEmpty() || address.isEmpty()) {
            throw new Refusal(255, "Device and address are required arguments.");
        }
        if (!MacAddress.isValid(address)) {
            throw new Refusal(255, "Invalid mac address " + address);
        }
        String name = device;
        int index = place.device(name).orElseThrow(() -> new Refusal(255, "Cannot find device \"" + name + "\""));
        MacAddress mac = MacAddress.parse(address);
        FdbEntry.Origin wanted = origin;
        boolean own = self || !master;
        FdbRequest request = how.<FdbRequest>map(added -> new FdbRequest.Add(index, !own, mac, wanted, added))
                .orElseGet(() -> new FdbRequest.Delete(index, !own, mac));
        return new Command.Run(place.host(), "bridge fdb", (computer, stdin) -> {
            boolean tunnel = computer.machine()
                    .host(place.host())
                    .device(index)
                    .filter(one -> one.kind() instanceof DeviceKind.Vxlan)
                    .isPresent();
            if (own && tunnel) {
                FdbRequest ends = new FdbRequest.Tunnel(
                        index,
                        mac,
                        end.state(wanted),
                        end.remote(),
                        how.map(List::of).orElse(List.of()));
                return BridgeCommand.answer(Rtnetlink.answer(computer.configure(place.host(), ends)));
            }
            boolean bridge = computer.machine()
                    .host(place.host())
                    .device(index)
                    .filter(one -> one.bridge().isPresent())
                    .isPresent();
            return own && !bridge
                    ? CommandResult.failed(
                            255, "bridge fdb … self is not simulated for this device. Known here: master.\n")
                    : BridgeCommand.answer(Rtnetlink.answer(computer.configure(place.host(), request)));
        });
    }

    /** Where a VXLAN device shall send. */
    private final class TunnelEnd {

        private Ipv4Address address = Ipv4Address.ANY;
        private int port;
        private int id = VxlanRemote.SAME_ID;
        private int via;

        void word(String word, Words words) {
            switch (word) {
                case "dst" -> address = IpVxlanParser.address(words);
                case "port" -> port = words.unsigned16("invalid port");
                case "vni" -> id = (int) words.number(value -> value <= 0xffffff, "invalid VNI");
                default -> {
                    String name = words.next();
                    via = place.device(name).orElseThrow(() -> new Refusal(255, "Cannot find device \"" + name + "\""));
                }
            }
        }

        VxlanRemote remote() {
            VxlanRemote plain = VxlanRemote.of(address, via);
            return new VxlanRemote(address, port, id, via, plain.route(), plain.routed(), plain.generation());
        }

        VxlanEntry.State state(FdbEntry.Origin origin) {
            return switch (origin) {
                case ADDED_STATIC -> VxlanEntry.State.STATIC;
                case ADDED_DYNAMIC, LEARNED -> VxlanEntry.State.LEARNED;
                case ADDED_LOCAL, LOCAL -> VxlanEntry.State.PERMANENT;
            };
        }
    }
}

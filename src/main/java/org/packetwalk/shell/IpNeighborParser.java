package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NeighborMarks;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.MacAddress;
import org.packetwalk.netlink.NeighborRequest;
import org.packetwalk.stack.NetNamespace;

/** {@code ip neighbor} ({@code ip/ipneigh.c}). */
final class IpNeighborParser {

    private static final List<String> SUBCOMMANDS =
            List.of("add", "change", "chg", "replace", "delete", "get", "show", "lst", "list", "flush", "help");

    private static final int MAX_ROUNDS = 10;

    private final Place place;
    private final IpOptions options;

    IpNeighborParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(Words words) {
        String subcommand = IpCommand.subcommand(words, "neigh", "show", SUBCOMMANDS);
        return switch (subcommand) {
            case "show", "list", "lst" -> show(words);
            case "add" -> modify(words, RouteInsertion.ADD, false);
            case "change", "chg" -> modify(words, RouteInsertion.CHANGE, false);
            case "replace" -> modify(words, RouteInsertion.REPLACE, false);
            case "delete" -> modify(words, RouteInsertion.CHANGE, true);
            case "flush" -> flush(words);
            case "get" -> get(words);
            case "help" -> throw IpUsage.refusal(IpUsage.NEIGHBOR);
            default -> throw Words.notSimulated("ip neigh", subcommand, "add, change, del, flush, get, replace, show");
        };
    }

    private Command show(Words words) {
        IpNeighborFilter filter = IpNeighborFilter.parse(words, place, false);
        return new Command.Run(
                place.host(),
                "ip neigh show",
                (computer, stdin) -> new IpNeighborPrinter(
                                computer.machine().host(place.host()),
                                computer.machine().now(),
                                options)
                        .print(filter));
    }

    /** {@code ipneigh_get}: one entry, asked for by its address and device. */
    private Command get(Words words) {
        Optional<IpAddress> destination = Optional.empty();
        boolean proxy = false;
        String device = "";
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                device = words.next();
            } else if (Words.matches(word, "proxy")) {
                proxy = true;
            } else {
                if (!word.equals("to")) {
                    words.back();
                }
                if (destination.isPresent()) {
                    throw Words.garbage("to", words.peek());
                }
                destination = Optional.of(words.anyAddress());
            }
        }
        if (device.isEmpty() || destination.isEmpty()) {
            throw new Refusal(1, "Device and address are required arguments.");
        }
        String name = device;
        int index = place.device(device).orElseThrow(() -> new Refusal(1, "Cannot find device \"" + name + "\""));
        NeighborKey key = new NeighborKey(index, destination.get());
        boolean proxied = proxy;
        return new Command.Run(place.host(), "ip neigh get", (computer, stdin) -> {
            NetNamespace ns = computer.machine().host(place.host());
            Optional<NeighborEntry> found = proxied
                    ? ns.neighbors().proxies().stream()
                            .filter(entry -> entry.key().equals(key))
                            .findFirst()
                    : ns.neighbors().find(key);
            return found.map(entry ->
                            new IpNeighborPrinter(ns, computer.machine().now(), options).print(entry))
                    .orElseGet(() -> CommandResult.failed(2, "Error: Neighbour entry not found.\n"));
        });
    }

    private Command flush(Words words) {
        if (!words.hasNext()) {
            throw new Refusal(1, "Flush requires arguments.");
        }
        IpNeighborFilter filter = IpNeighborFilter.parse(words, place, true);
        return new Command.Run(place.host(), "ip neigh flush", (computer, stdin) -> flush(computer, filter));
    }

    private CommandResult flush(Computer computer, IpNeighborFilter filter) {
        StringBuilder out = new StringBuilder();
        int deleted = 0;
        for (int round = 1; round <= MAX_ROUNDS; round++) {
            List<NeighborEntry> doomed = computer.machine().host(place.host()).neighbors().all().stream()
                    .filter(entry -> filter.shows(entry, computer.machine().host(place.host())))
                    .toList();
            if (doomed.isEmpty()) {
                if (options.statistics() > 0) {
                    out.append(
                            deleted == 0
                                    ? "Nothing to flush.\n"
                                    : "*** Flush is complete after " + (round - 1) + " round" + (round > 2 ? "s" : "")
                                            + " ***\n");
                }
                return CommandResult.printed(out.toString());
            }
            for (NeighborEntry entry : doomed) {
                computer.configure(place.host(), new NeighborRequest.Delete(entry.key(), true));
            }
            deleted += doomed.size();
            if (options.statistics() > 0) {
                out.append("\n*** Round ")
                        .append(round)
                        .append(", deleting ")
                        .append(doomed.size())
                        .append(" entries ***\n");
            }
        }
        return CommandResult.failed(1, "*** Flush not complete bailing out after " + MAX_ROUNDS + " rounds\n");
    }

    /** {@code ipneigh_modify}. */
    private Command modify(Words words, RouteInsertion how, boolean delete) {
        Optional<IpAddress> destination = Optional.empty();
        String linkLayer = "null";
        NudState state = NudState.PERMANENT;
        boolean proxy = false;
        boolean router = false;
        boolean use = false;
        boolean learnedElsewhere = false;
        int protocol = 0;
        String device = "";
        while (words.hasNext()) {
            String word = words.next();
            if (Words.matches(word, "lladdr")) {
                linkLayer = words.next();
            } else if (word.equals("nud")) {
                String name = words.next();
                state = IpNeighborFilter.state(name).orElseThrow(() -> Words.plainlyWrong(name, "nud state is bad"));
            } else if (Words.matches(word, "proxy")) {
                if (destination.isPresent()) {
                    throw Words.duplicate("address", words.next());
                }
                destination = Optional.of(words.anyAddress());
                proxy = true;
            } else if (word.equals("dev")) {
                device = words.next();
            } else if (word.equals("router")) {
                router = true;
            } else if (Words.matches(word, "use")) {
                use = true;
            } else if (Words.matches(word, "extern_learn")) {
                learnedElsewhere = true;
            } else if (Words.matches(word, "protocol")) {
                String name = words.next();
                protocol = RouteProtocol.parse(name)
                        .orElseThrow(() -> Words.wrong(name, "\"protocol\" value is invalid"))
                        .number();
            } else if (Words.matches(word, "managed")) {
                throw Words.notSimulated(
                        "ip neigh", word, "lladdr, nud, proxy, dev, router, use, extern_learn, protocol");
            } else {
                // Of a destination that begins as "help" does iproute2 makes nothing, and goes on.
                if (!word.equals("to") && !Words.matches(word, "help")) {
                    words.back();
                }
                if (destination.isPresent()) {
                    throw Words.garbage("to", words.peek());
                }
                destination = Optional.of(words.anyAddress());
            }
        }
        if (device.isEmpty() && !proxy || destination.isEmpty()) {
            throw new Refusal(255, "Device and destination are required arguments.");
        }
        Optional<MacAddress> lladdr = linkAddress(linkLayer);
        OptionalInt index = place.device(device);
        String name = device;
        NeighborKey key = device.isEmpty()
                ? new NeighborKey(NeighborKey.ANY_DEVICE, destination.get())
                : new NeighborKey(
                        index.orElseThrow(() -> new Refusal(1, "Cannot find device \"" + name + "\"")),
                        destination.get());
        if (proxy) {
            return new Command.Configure(
                    place.host(), delete ? new NeighborRequest.DeleteProxy(key) : new NeighborRequest.AddProxy(key));
        }
        return new Command.Configure(
                place.host(),
                delete
                        ? new NeighborRequest.Delete(key, false)
                        : new NeighborRequest.Add(
                                key,
                                lladdr.orElse(MacAddress.ZERO),
                                lladdr.isPresent(),
                                state,
                                new NeighborMarks(router, learnedElsewhere, protocol),
                                use,
                                how));
    }

    /** The kernel refuses what has not the length of the device's addresses. */
    private static Optional<MacAddress> linkAddress(String word) {
        return word.equals("null")
                ? Optional.empty()
                : Optional.of(Words.hardwareAddress(
                        new Words(List.of(word)).linkLayerAddress(),
                        length -> new Refusal(2, "Error: Invalid link address.")));
    }
}

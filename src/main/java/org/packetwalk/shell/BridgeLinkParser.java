package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.netlink.LinkChange;
import org.packetwalk.netlink.LinkRequest;
import org.packetwalk.netlink.PortOption;

/** {@code bridge link} ({@code bridge/link.c}). */
final class BridgeLinkParser {

    private final Place place;
    private final IpOptions options;

    BridgeLinkParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(Words words) {
        String subcommand = BridgeCommand.subcommand(words, "link", List.of("set", "show", "lst", "list", "help"));
        return switch (subcommand) {
            case "set" -> set(words);
            case "help" -> throw Words.notSimulated("bridge link", "help", "set, show");
            default -> show(words);
        };
    }

    private Command show(Words words) {
        int device = 0;
        int master = 0;
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                device = find(words.next());
            } else if (word.equals("master")) {
                master = find(words.next());
            } else {
                throw Words.notSimulated("bridge link show", word, "dev, master");
            }
        }
        int only = device;
        int of = master;
        return new Command.Run(
                place.host(),
                "bridge link show",
                (computer, stdin) -> new BridgeLinkPrinter(computer.machine(), place.host(), options).print(only, of));
    }

    private int find(String name) {
        return place.device(name).orElseThrow(() -> new Refusal(255, "Cannot find device \"" + name + "\""));
    }

    /** {@code brlink_modify}. */
    private Command set(Words words) {
        String device = "";
        List<PortOption> changes = new ArrayList<>();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                device = words.next();
            } else if (!word.equals("master")) {
                changes.add(PortFlagNames.option(word, words, "bridge link set")
                        .orElseThrow(() -> Words.notSimulated(
                                "bridge link set",
                                word,
                                "dev, hairpin, learning, flood, isolated, state, cost, priority")));
            }
        }
        if (device.isEmpty()) {
            throw new Refusal(255, "Device is a required argument.");
        }
        String name = device;
        int index =
                place.device(name).orElseThrow(() -> new Refusal(255, "Cannot find bridge device \"" + name + "\""));
        return new Command.Run(
                place.host(),
                "bridge link set",
                (computer, stdin) -> BridgeCommand.answer(Rtnetlink.answer(computer.configure(
                        place.host(), new LinkRequest.Change(index, List.of(new LinkChange.Port(changes)))))));
    }
}

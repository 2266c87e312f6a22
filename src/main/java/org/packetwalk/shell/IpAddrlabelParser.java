package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route6.AddressLabel;
import org.packetwalk.net.Ipv6Prefix;
import org.packetwalk.netlink.LabelRequest;
import org.packetwalk.stack.NetNamespace;

/** {@code ip addrlabel} ({@code ip/ipaddrlabel.c}). */
final class IpAddrlabelParser {

    private static final String USAGE = """
            Usage: ip addrlabel { add | del } prefix PREFIX [ dev DEV ] [ label LABEL ]
                   ip addrlabel [ list | flush | help ]
            """;

    private static final List<String> SUBCOMMANDS = List.of("list", "lst", "show", "add", "delete", "flush", "help");
    private static final long LARGEST_LABEL = 0xfffffffeL;

    private final Place place;
    private final IpOptions options;

    IpAddrlabelParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(Words words) {
        String subcommand = IpCommand.subcommand(words, "addrlabel", "list", SUBCOMMANDS);
        return switch (subcommand) {
            case "add", "delete" -> modify(words, subcommand.equals("add"));
            case "flush" -> flush();
            case "help" -> new Command.Refused(CommandResult.failed(255, USAGE), true);
            default ->
                new Command.Run(
                        place.host(),
                        "ip addrlabel list",
                        (computer, stdin) -> print(computer.machine().host(place.host())));
        };
    }

    private CommandResult print(NetNamespace ns) {
        StringBuilder out = new StringBuilder();
        List<Object> rows = new ArrayList<>();
        for (AddressLabel row : ns.ipv6().labels().rows()) {
            String device = ns.device(row.device()).map(NetDevice::name).orElse("");
            String address = row.prefix().network().toString();
            out.append("prefix ")
                    .append(address)
                    .append('/')
                    .append(row.prefix().length());
            out.append(device.isEmpty() ? "" : " dev " + device);
            out.append(" label ").append(row.label()).append(" \n");
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("address", address);
            one.put("prefixlen", row.prefix().length());
            if (!device.isEmpty()) {
                one.put("ifname", device);
            }
            one.put("label", row.label());
            rows.add(one);
        }
        return CommandResult.printed(options.json() ? options.document(rows) : out.toString());
    }

    private Command modify(Words words, boolean add) {
        String prefix = "";
        String device = "";
        String label = "";
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "prefix" -> prefix = words.next();
                case "dev" -> device = words.next();
                case "label" -> label = words.next();
                default -> {
                    // Anything else is passed over, as the tool does.
                }
            }
        }
        if (!label.isEmpty() && !number(label)) {
            throw Words.wrong(label, "label is invalid\n");
        }
        if (prefix.isEmpty() || label.isEmpty()) {
            String missing = prefix.isEmpty() ? "prefix" : "label";
            throw new Refusal(1, "Not enough information: \"" + missing + "\" argument is required.");
        }
        if (AddressAndLength.parse(prefix).isPresent()) {
            throw new Refusal(2, "Error: Attribute failed policy validation.");
        }
        String typed = prefix;
        Ipv6AddressAndLength read = Ipv6AddressAndLength.parse(prefix)
                .orElseThrow(
                        () -> new Refusal(1, "Error: any valid prefix is expected rather than \"" + typed + "\"."));
        int index = device.isEmpty() ? 0 : index(device);
        AddressLabel row =
                new AddressLabel(Ipv6Prefix.containing(read.address(), read.length()), index, Long.parseLong(label));
        return new Command.Configure(place.host(), add ? new LabelRequest.Add(row) : new LabelRequest.Delete(row));
    }

    private int index(String device) {
        return place.device(device).orElseThrow(() -> new Refusal(1, "Cannot find device \"" + device + "\""));
    }

    private static boolean number(String text) {
        return text.matches("\\d{1,10}") && Long.parseLong(text) <= LARGEST_LABEL;
    }

    private Command flush() {
        return new Command.Run(place.host(), "ip addrlabel flush", (computer, stdin) -> {
            for (AddressLabel row :
                    computer.machine().host(place.host()).ipv6().labels().rows()) {
                ResultOrErrno<?> answer = computer.configure(place.host(), new LabelRequest.Delete(row));
                if (answer instanceof ResultOrErrno.Refused<?>) {
                    return Rtnetlink.answer(answer);
                }
            }
            return CommandResult.SILENT;
        });
    }
}

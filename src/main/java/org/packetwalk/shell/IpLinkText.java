package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.NetDevice;

/** Devices and their addresses as {@code ip} prints them ({@code print_linkinfo}, {@code print_addrinfo}). */
final class IpLinkText {

    private static final List<List<String>> STATISTICS_HEADS = List.of(
            List.of("RX:", "bytes", "packets", "errors", "dropped", "missed", "mcast"),
            List.of("RX errors:", "length", "crc", "frame", "fifo", "overrun"),
            List.of("TX:", "bytes", "packets", "errors", "dropped", "carrier", "collsns"),
            List.of("TX errors:", "aborted", "fifo", "window", "heartbt", "transns"));

    private final LinkFacts facts;
    private final LinkWords links;
    private final IpOptions options;
    private final boolean addresses;
    private final boolean ipv4Only;
    private final boolean fewWords;

    /** Prints addresses, too, or links alone. */
    IpLinkText(LinkFacts facts, IpOptions options, boolean addresses, boolean ipv4Only, boolean fewWords) {
        this.facts = facts;
        this.links = facts.words();
        this.options = options;
        this.addresses = addresses;
        this.ipv4Only = ipv4Only;
        this.fewWords = fewWords;
    }

    /** All about a device; without its name where only addresses were looked for. */
    void text(StringBuilder out, NetDevice device, List<AddressLine> shown, boolean headed) {
        if (headed) {
            heading(out, device);
        }
        for (AddressLine address : shown) {
            out.append("    ").append(address.text()).append('\n');
        }
        if (addresses && options.statistics() > 0) {
            statistics(out, device);
            out.append('\n');
        }
    }

    private List<String> flags(NetDevice device) {
        return fewWords ? links.flagsBesideLocalLink(device) : links.flags(device);
    }

    private void heading(StringBuilder out, NetDevice device) {
        out.append(device.index())
                .append(": ")
                .append(fewWords ? links.nameBesideLocalLink(device) : links.displayName(device))
                .append(": <");
        out.append(String.join(",", flags(device))).append("> mtu ").append(device.mtu());
        if (!fewWords) {
            out.append(" qdisc ").append(LinkFacts.qdisc(device)).append(master(device));
        }
        out.append(" state ").append(LinkFacts.state(device));
        if (!addresses) {
            out.append(" mode DEFAULT");
        }
        if (!fewWords) {
            out.append(" group ").append(LinkFacts.group(device));
        }
        out.append(" qlen ").append(device.queueLength());
        boolean linkLine = !addresses || !ipv4Only || options.details();
        if (linkLine) {
            out.append(options.lineBreak())
                    .append("    link/")
                    .append(LinkFacts.linkType(device))
                    .append(' ');
            out.append(device.address()).append(" brd ").append(device.broadcast());
        }
        links.farHost(device)
                .filter(far -> !fewWords)
                .ifPresent(far -> out.append(" link-netns ").append(far));
        if (options.details()) {
            details(out, device);
        }
        if (!device.alias().isEmpty() && !addresses) {
            out.append(options.lineBreak()).append("    alias ").append(device.alias());
        }
        if (!addresses && options.statistics() > 0) {
            out.append(options.lineBreak());
            statistics(out, device);
        }
        out.append('\n');
    }

    private void details(StringBuilder out, NetDevice device) {
        out.append(" promiscuity ").append(facts.promiscuity(device));
        out.append("  allmulti ").append(facts.allMulticast(device));
        out.append(" minmtu ")
                .append(LinkFacts.minMtu(device))
                .append(" maxmtu ")
                .append(LinkFacts.maxMtu(device))
                .append(' ');
        String kind = device.kind().word();
        if (!kind.isEmpty()) {
            out.append(options.lineBreak()).append("    ").append(kind).append(' ');
            out.append(facts.details(device).text());
        }
        facts.port(device)
                .ifPresent(details -> out.append(options.lineBreak())
                        .append("    bridge_slave ")
                        .append(details.text()));
        if (!addresses && device.master() == 0) {
            out.append("addrgenmode eui64 ");
        }
        int queues = LinkFacts.queues(device);
        out.append("numtxqueues ").append(queues).append(" numrxqueues ").append(queues);
        out.append(" gso_max_size 65536 gso_max_segs 65535 tso_max_size ")
                .append(LinkFacts.tsoMaxSize(device))
                .append(" tso_max_segs 65535 gro_max_size 65536 ");
    }

    private String master(NetDevice device) {
        return device.master() == 0
                ? ""
                : " master " + facts.namespace().devices().nameOf(device.master());
    }

    /** {@code print_stats64}: all tables share their columns, as wide as a head or the longest number. */
    private void statistics(StringBuilder out, NetDevice device) {
        DeviceCounters counters = device.counters();
        List<List<Long>> numbers = List.of(
                List.of(
                        counters.rxBytes(),
                        counters.rxPackets(),
                        counters.rxErrors(),
                        counters.rxDropped(),
                        0L,
                        counters.rxMulticast()),
                List.of(0L, 0L, 0L, 0L, 0L),
                List.of(
                        counters.txBytes(),
                        counters.txPackets(),
                        counters.txErrors(),
                        counters.txDropped(),
                        counters.txCarrier(),
                        0L),
                List.of(0L, 0L, 0L, 0L, (long) device.carrierChanges()));
        int[] widths = {10, 7, 6, 7, 7, 7};
        for (int table = 0; table < numbers.size(); table++) {
            for (int i = 0; i < numbers.get(table).size(); i++) {
                int column = i + table % 2;
                widths[column] = Math.max(
                        widths[column], numbers.get(table).get(i).toString().length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (int table = 0; table < numbers.size(); table++) {
            if (table % 2 == 0 || options.statistics() > 1) {
                lines.add(heads(table, widths));
                lines.add(numbers(numbers.get(table), table % 2, widths));
            }
        }
        out.append(String.join(options.lineBreak(), lines));
    }

    private static String heads(int table, int[] widths) {
        List<String> words = STATISTICS_HEADS.get(table);
        StringBuilder line = new StringBuilder("    ").append(words.get(0));
        boolean plain = table % 2 == 0;
        for (int i = 1; i < words.size(); i++) {
            int width = plain && i == 1 ? widths[0] - 4 : widths[plain ? i - 1 : i];
            line.append(' ').append(pad(words.get(i), width));
        }
        return line.append(plain ? " ".repeat(11) : "").toString();
    }

    private static String numbers(List<Long> numbers, int first, int[] widths) {
        StringBuilder line = new StringBuilder("    ");
        if (first == 1) {
            line.append(" ".repeat(widths[0])).append(' ');
        }
        for (int i = 0; i < numbers.size(); i++) {
            line.append(pad(numbers.get(i).toString(), widths[i + first])).append(' ');
        }
        return line.toString();
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** A line for each address. */
    void oneLine(StringBuilder out, NetDevice device, List<AddressLine> shown) {
        for (AddressLine address : shown) {
            out.append(device.index()).append(": ").append(device.name()).append("    ");
            out.append(address.text()).append('\n');
        }
    }

    /** A line with the essential. */
    void brief(StringBuilder out, NetDevice device, List<AddressLine> shown) {
        out.append("%-16s %-14s "
                .formatted(
                        fewWords ? links.nameBesideLocalLink(device) : links.displayName(device),
                        LinkFacts.state(device)));
        if (!addresses) {
            out.append(device.address())
                    .append(" <")
                    .append(String.join(",", flags(device)))
                    .append("> ");
        }
        shown.forEach(address -> out.append(address.brief()));
        out.append('\n');
    }
}

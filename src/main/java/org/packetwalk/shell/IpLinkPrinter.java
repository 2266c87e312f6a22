package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.OperState;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** What {@code ip link show} and {@code ip address show} print ({@code print_linkinfo}, {@code print_addrinfo}). */
final class IpLinkPrinter {

    private static final long FOREVER = 0xffffffffL;

    private static final List<List<String>> STATISTICS_HEADS = List.of(
            List.of("RX:", "bytes", "packets", "errors", "dropped", "missed", "mcast"),
            List.of("RX errors:", "length", "crc", "frame", "fifo", "overrun"),
            List.of("TX:", "bytes", "packets", "errors", "dropped", "carrier", "collsns"),
            List.of("TX errors:", "aborted", "fifo", "window", "heartbt", "transns"));

    private final NetNamespace ns;
    private final IpOptions options;
    private final IpShowFilter filter;
    private final LinkWords links;
    private boolean addresses;

    IpLinkPrinter(Machine machine, HostId host, IpOptions options, IpShowFilter filter) {
        this.ns = machine.host(host);
        this.links = new LinkWords(machine, ns);
        this.options = options;
        this.filter = filter;
    }

    /** Prints addresses, too. */
    IpLinkPrinter withAddresses() {
        addresses = true;
        return this;
    }

    CommandResult print() {
        List<Object> rows = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        for (NetDevice device : ns.devices().all()) {
            List<InterfaceAddress> of =
                    options.ipv6() ? List.of() : ns.addresses().of(device.index());
            boolean wanted = filter.shows(device)
                    && (!addresses || (filtersAddresses() ? of.stream().anyMatch(filter::shows) : filter.showsAny(of)));
            if (!wanted) {
                continue;
            }
            List<InterfaceAddress> shown =
                    addresses ? of.stream().filter(filter::shows).toList() : List.of();
            if (options.json()) {
                rows.add(options.brief() ? briefRow(device, shown) : row(device, shown));
            } else if (options.brief()) {
                brief(out, device, shown);
            } else if (addresses && options.oneLine()) {
                oneLine(out, device, shown);
            } else {
                text(out, device, shown);
            }
        }
        return CommandResult.printed(options.json() ? options.document(rows) : out.toString());
    }

    /** With a family or a filter only devices that have such an address are shown. */
    private boolean filtersAddresses() {
        return ipv4Only() || !filter.label().isEmpty();
    }

    /** Whether the family is known, be it only by the prefix that is looked for. */
    private boolean ipv4Only() {
        return options.family() != 0 || filter.to().length() != 0;
    }

    // -- text ------------------------------------------------------------------------------

    private void text(StringBuilder out, NetDevice device, List<InterfaceAddress> shown) {
        if (filter.showsName(device.name())) {
            heading(out, device);
        }
        for (InterfaceAddress address : shown) {
            out.append("    ");
            address(out, device, address);
            out.append('\n');
        }
        if (addresses && options.statistics() > 0) {
            statistics(out, device);
            out.append('\n');
        }
    }

    private void heading(StringBuilder out, NetDevice device) {
        out.append(device.index())
                .append(": ")
                .append(links.displayName(device))
                .append(": <");
        out.append(String.join(",", links.flags(device))).append("> mtu ").append(device.mtu());
        out.append(" qdisc ")
                .append(qdisc(device))
                .append(master(device))
                .append(" state ")
                .append(state(device));
        if (!addresses) {
            out.append(" mode DEFAULT");
        }
        out.append(" group ").append(group(device)).append(" qlen ").append(device.queueLength());
        boolean linkLine = !addresses || !ipv4Only() || options.details();
        if (linkLine) {
            out.append(options.lineBreak())
                    .append("    link/")
                    .append(linkType(device))
                    .append(' ');
            out.append(device.address()).append(" brd ").append(device.broadcast());
        }
        links.farHost(device).ifPresent(far -> out.append(" link-netns ").append(far));
        if (options.details()) {
            details(out, device);
        }
        if (!addresses && options.statistics() > 0) {
            out.append(options.lineBreak());
            statistics(out, device);
        }
        if (!device.alias().isEmpty() && !addresses) {
            out.append(options.lineBreak()).append("    alias ").append(device.alias());
        }
        out.append('\n');
    }

    private void details(StringBuilder out, NetDevice device) {
        out.append(" promiscuity ").append(promiscuity(device));
        out.append("  allmulti ").append(allMulticast(device));
        out.append(" minmtu ")
                .append(minMtu(device))
                .append(" maxmtu ")
                .append(maxMtu(device))
                .append(' ');
        String kind = device.kind().word();
        if (!kind.isEmpty()) {
            out.append(options.lineBreak()).append("    ").append(kind).append(' ');
            out.append(LinkDetails.of(device).text());
        }
        port(device)
                .ifPresent(details -> out.append(options.lineBreak())
                        .append("    bridge_slave ")
                        .append(details.text()));
        if (!addresses && device.master() == 0) {
            out.append("addrgenmode eui64 ");
        }
        int queues = queues(device);
        out.append("numtxqueues ").append(queues).append(" numrxqueues ").append(queues);
        out.append(" gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535")
                .append(" gro_max_size 65536 ");
    }

    private Optional<LinkDetails> port(NetDevice device) {
        return ns.device(device.master())
                .flatMap(NetDevice::bridge)
                .flatMap(bridge -> bridge.port(device.index()).map(port -> LinkDetails.of(port, bridge.settings())));
    }

    private static int minMtu(NetDevice device) {
        boolean none = device.isLoopback()
                || device.kind() instanceof DeviceKind.Dummy
                || device.kind() instanceof DeviceKind.Vlan;
        return none ? 0 : 68;
    }

    private static int maxMtu(NetDevice device) {
        return device.isLoopback() || device.kind() instanceof DeviceKind.Dummy ? 0 : 65535;
    }

    private static int queues(NetDevice device) {
        return device.kind() instanceof DeviceKind.Veth ? 2 : 1;
    }

    /** How many want everything: the administrator, a bridge, the addresses of macvlan devices. */
    private int promiscuity(NetDevice device) {
        return (device.promiscuous() ? 1 : 0)
                + (device.master() != 0 ? 1 : 0)
                + (links.receivesForOthers(device) ? 1 : 0);
    }

    private static int allMulticast(NetDevice device) {
        return (device.allMulticast() ? 1 : 0) + (device.master() != 0 ? 1 : 0);
    }

    private String master(NetDevice device) {
        return device.master() == 0 ? "" : " master " + ns.devices().nameOf(device.master());
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

    private void address(StringBuilder out, NetDevice device, InterfaceAddress address) {
        out.append("inet ").append(address.address());
        if (!address.peer().equals(address.address())) {
            out.append(" peer ").append(address.peer());
        }
        out.append('/').append(address.prefixLength());
        if (address.metric() != 0) {
            out.append(" metric ").append(address.metric());
        }
        if (!address.broadcast().isAny()) {
            out.append(" brd ").append(address.broadcast());
        }
        out.append(" scope ").append(scope(address)).append(' ');
        if (address.secondary()) {
            out.append("secondary ");
        }
        if (address.noPrefixRoute()) {
            out.append("noprefixroute ");
        }
        if (address.autojoin()) {
            out.append("autojoin ");
        }
        out.append(address.label());
        out.append(options.lineBreak()).append("       valid_lft forever preferred_lft forever");
    }

    private String scope(InterfaceAddress address) {
        return options.numeric()
                ? Integer.toString(address.scope().number())
                : address.scope().word();
    }

    private void oneLine(StringBuilder out, NetDevice device, List<InterfaceAddress> shown) {
        for (InterfaceAddress address : shown) {
            out.append(device.index()).append(": ").append(device.name()).append("    ");
            address(out, device, address);
            out.append('\n');
        }
    }

    private void brief(StringBuilder out, NetDevice device, List<InterfaceAddress> shown) {
        out.append("%-16s %-14s ".formatted(links.displayName(device), state(device)));
        if (!addresses) {
            out.append(device.address())
                    .append(" <")
                    .append(String.join(",", links.flags(device)))
                    .append("> ");
        }
        for (InterfaceAddress address : shown) {
            out.append(address.address());
            if (!address.peer().equals(address.address())) {
                out.append(" peer ").append(address.peer());
            }
            out.append('/').append(address.prefixLength()).append(' ');
        }
        out.append('\n');
    }

    // -- JSON ------------------------------------------------------------------------------

    private Map<String, Object> row(NetDevice device, List<InterfaceAddress> shown) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ifindex", device.index());
        link(row, device);
        row.put("ifname", device.name());
        row.put("flags", List.copyOf(links.flags(device)));
        row.put("mtu", device.mtu());
        row.put("qdisc", qdisc(device));
        if (device.master() != 0) {
            row.put("master", ns.devices().nameOf(device.master()));
        }
        row.put("operstate", state(device));
        if (!addresses) {
            row.put("linkmode", "DEFAULT");
        }
        row.put("group", group(device));
        row.put("txqlen", device.queueLength());
        if (!addresses || !ipv4Only() || options.details()) {
            row.put("link_type", linkType(device));
            row.put("address", device.address().toString());
            row.put("broadcast", device.broadcast().toString());
        }
        links.farHost(device).ifPresent(far -> row.put("link_netnsid", Computer.peerNumber(ns, far)));
        if (options.details()) {
            detailRow(row, device);
        }
        if (!addresses && options.statistics() > 0) {
            row.put("stats64", statisticsRow(device));
        }
        if (!device.alias().isEmpty() && !addresses) {
            row.put("ifalias", device.alias());
        }
        if (addresses) {
            row.put("addr_info", shown.stream().map(this::addressRow).toList());
            if (options.statistics() > 0) {
                row.put("stats64", statisticsRow(device));
            }
        }
        return row;
    }

    private void link(Map<String, Object> row, NetDevice device) {
        int link = links.link(device);
        if (link != 0 && links.farHost(device).isPresent()) {
            row.put("link_index", link);
        } else if (link != 0) {
            row.put("link", ns.devices().nameOf(link));
        }
    }

    private void detailRow(Map<String, Object> row, NetDevice device) {
        row.put("promiscuity", promiscuity(device));
        row.put("allmulti", allMulticast(device));
        row.put("min_mtu", minMtu(device));
        row.put("max_mtu", maxMtu(device));
        Map<String, Object> info = new LinkedHashMap<>();
        if (!device.kind().word().isEmpty()) {
            info.put("info_kind", device.kind().word());
            Map<String, Object> data = LinkDetails.of(device).facts();
            if (!data.isEmpty()) {
                info.put("info_data", data);
            }
        }
        port(device).ifPresent(details -> {
            info.put("info_slave_kind", "bridge");
            info.put("info_slave_data", details.facts());
        });
        if (!info.isEmpty()) {
            row.put("linkinfo", info);
        }
        if (!addresses && device.master() == 0) {
            row.put("inet6_addr_gen_mode", "eui64");
        }
        row.put("num_tx_queues", queues(device));
        row.put("num_rx_queues", queues(device));
        row.put("gso_max_size", 65536);
        row.put("gso_max_segs", 65535);
        row.put("tso_max_size", 524280);
        row.put("tso_max_segs", 65535);
        row.put("gro_max_size", 65536);
    }

    private Map<String, Object> statisticsRow(NetDevice device) {
        DeviceCounters counters = device.counters();
        Map<String, Object> rx = new LinkedHashMap<>();
        rx.put("bytes", counters.rxBytes());
        rx.put("packets", counters.rxPackets());
        rx.put("errors", counters.rxErrors());
        rx.put("dropped", counters.rxDropped());
        rx.put("over_errors", 0);
        rx.put("multicast", counters.rxMulticast());
        Map<String, Object> tx = new LinkedHashMap<>();
        tx.put("bytes", counters.txBytes());
        tx.put("packets", counters.txPackets());
        tx.put("errors", counters.txErrors());
        tx.put("dropped", counters.txDropped());
        tx.put("carrier_errors", counters.txCarrier());
        tx.put("collisions", 0);
        if (options.statistics() > 1) {
            List.of("length_errors", "crc_errors", "frame_errors", "fifo_errors", "missed_errors")
                    .forEach(name -> rx.put(name, 0));
            List.of("aborted_errors", "fifo_errors", "window_errors", "heartbeat_errors")
                    .forEach(name -> tx.put(name, 0));
            tx.put("carrier_changes", device.carrierChanges());
        }
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("rx", rx);
        both.put("tx", tx);
        return both;
    }

    private Map<String, Object> addressRow(InterfaceAddress address) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("family", "inet");
        row.put("local", address.address().toString());
        if (!address.peer().equals(address.address())) {
            row.put("address", address.peer().toString());
        }
        row.put("prefixlen", address.prefixLength());
        if (address.metric() != 0) {
            row.put("metric", address.metric());
        }
        if (!address.broadcast().isAny()) {
            row.put("broadcast", address.broadcast().toString());
        }
        row.put("scope", scope(address));
        if (address.secondary()) {
            row.put("secondary", true);
        }
        if (address.noPrefixRoute()) {
            row.put("noprefixroute", true);
        }
        if (address.autojoin()) {
            row.put("autojoin", true);
        }
        row.put("label", address.label());
        row.put("valid_life_time", FOREVER);
        row.put("preferred_life_time", FOREVER);
        return row;
    }

    private Map<String, Object> briefRow(NetDevice device, List<InterfaceAddress> shown) {
        Map<String, Object> row = new LinkedHashMap<>();
        link(row, device);
        row.put("ifname", device.name());
        row.put("operstate", state(device));
        if (!addresses) {
            row.put("address", device.address().toString());
            row.put("flags", List.copyOf(links.flags(device)));
            return row;
        }
        List<Object> list = new ArrayList<>();
        for (InterfaceAddress address : shown) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("local", address.address().toString());
            if (!address.peer().equals(address.address())) {
                one.put("address", address.peer().toString());
            }
            one.put("prefixlen", address.prefixLength());
            list.add(one);
        }
        row.put("addr_info", list);
        return row;
    }

    // -- facts -----------------------------------------------------------------------------

    private static String qdisc(NetDevice device) {
        return device.activated() ? "noqueue" : "noop";
    }

    private static String state(NetDevice device) {
        return (device.up() ? device.operState() : OperState.DOWN).name();
    }

    private static String group(NetDevice device) {
        return device.group() == 0 ? "default" : Integer.toString(device.group());
    }

    private static String linkType(NetDevice device) {
        return device.isLoopback() ? "loopback" : "ether";
    }
}

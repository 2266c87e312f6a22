package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.stack.NetNamespace;

/** What {@code ip neigh show} prints ({@code print_neigh}). */
final class IpNeighborPrinter {

    private static final long SECOND = 1_000_000_000L;

    private final NetNamespace ns;
    private final SimTime now;
    private final IpOptions options;

    IpNeighborPrinter(NetNamespace ns, SimTime now, IpOptions options) {
        this.ns = ns;
        this.now = now;
        this.options = options;
    }

    CommandResult print(IpNeighborFilter filter) {
        List<NeighborEntry> entries = (filter.proxies()
                        ? ns.neighbors().proxies()
                        : ns.neighbors().all())
                .stream()
                        .filter(entry -> filter.shows(entry, ns))
                        .filter(this::ofFamily)
                        .toList();
        if (options.json()) {
            List<Object> rows = new ArrayList<>();
            entries.forEach(entry -> rows.add(row(entry, filter.device())));
            return CommandResult.printed(options.document(rows));
        }
        StringBuilder out = new StringBuilder();
        entries.forEach(entry -> text(out, entry, filter.device()));
        return CommandResult.printed(out.toString());
    }

    /** One entry, with its device ({@code ip neigh get}). */
    CommandResult print(NeighborEntry entry) {
        if (options.json()) {
            return CommandResult.printed(options.document(List.of(row(entry, 0))));
        }
        StringBuilder out = new StringBuilder();
        text(out, entry, 0);
        return CommandResult.printed(out.toString());
    }

    private boolean ofFamily(NeighborEntry entry) {
        return options.family() == 0 || options.ipv6() == (entry.key().address() instanceof Ipv6Address);
    }

    private boolean hasAddress(NeighborEntry entry) {
        return entry.state().valid();
    }

    private void text(StringBuilder out, NeighborEntry entry, int shownDevice) {
        if (options.brief()) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-39s %-16s %s\n",
                    entry.key().address(),
                    ns.devices().nameOf(entry.key().device()),
                    hasAddress(entry) ? entry.lladdr() : ""));
            return;
        }
        out.append(entry.key().address()).append(' ');
        if (shownDevice == 0 && entry.key().device() != NeighborKey.ANY_DEVICE) {
            out.append("dev ").append(ns.devices().nameOf(entry.key().device())).append(' ');
        }
        if (hasAddress(entry)) {
            out.append("lladdr ").append(entry.lladdr()).append(' ');
        }
        if (entry.router()) {
            out.append("router ");
        }
        if (entry.proxy()) {
            out.append("proxy ");
        }
        if (entry.marks().learnedElsewhere()) {
            out.append("extern_learn ");
        }
        if (options.statistics() > 0 && !entry.proxy()) {
            if (entry.hasTimer()) {
                out.append(" ref 1");
            }
            out.append(" used ").append(ago(entry.used())).append('/').append(ago(entry.confirmed()));
            out.append('/').append(ago(entry.updated()));
            out.append("probes ").append(entry.probes()).append(' ');
        }
        if (!entry.proxy() && entry.state() != NudState.NONE) {
            out.append(entry.state().name()).append(' ');
        }
        if (entry.marks().protocol() != 0) {
            out.append("proto ").append(protocol(entry)).append(' ');
        }
        out.append('\n');
    }

    private static String protocol(NeighborEntry entry) {
        return new RouteProtocol(entry.marks().protocol()).word();
    }

    private long ago(SimTime then) {
        return Math.max(0, now.since(then) / SECOND);
    }

    private Map<String, Object> row(NeighborEntry entry, int shownDevice) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("dst", entry.key().address().toString());
        if (shownDevice == 0) {
            row.put("dev", ns.devices().nameOf(entry.key().device()));
        }
        if (hasAddress(entry)) {
            row.put("lladdr", entry.lladdr().toString());
        }
        if (entry.router()) {
            row.put("router", Json.NULL);
        }
        if (entry.proxy()) {
            row.put("proxy", Json.NULL);
            return row;
        }
        if (entry.marks().learnedElsewhere()) {
            row.put("extern_learn", Json.NULL);
        }
        if (options.statistics() > 0) {
            if (entry.hasTimer()) {
                row.put("refcnt", 1);
            }
            row.put("used", ago(entry.used()));
            row.put("confirmed", ago(entry.confirmed()));
            row.put("updated", ago(entry.updated()));
            row.put("probes", entry.probes());
        }
        row.put(
                "state",
                entry.state() == NudState.NONE
                        ? List.of()
                        : List.of(entry.state().name()));
        if (entry.marks().protocol() != 0) {
            row.put("protocol", protocol(entry));
        }
        return row;
    }
}

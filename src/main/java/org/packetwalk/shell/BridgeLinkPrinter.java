package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.BridgePort;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.PortFlag;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** What {@code bridge link show} prints ({@code print_linkinfo} of {@code bridge/link.c}). */
final class BridgeLinkPrinter {

    private final NetNamespace ns;
    private final IpOptions options;
    private final LinkWords links;

    BridgeLinkPrinter(Machine machine, HostId host, IpOptions options) {
        this.ns = machine.host(host);
        this.options = options;
        this.links = new LinkWords(machine, ns);
    }

    /** The ports: of all bridges or of one, all or one. */
    CommandResult print(int device, int master) {
        List<Object> rows = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        for (NetDevice port : ns.devices().all()) {
            boolean wanted = port.master() != 0
                    && (device == 0 || device == port.index())
                    && (master == 0 || master == port.master());
            if (!wanted) {
                continue;
            }
            BridgePort role = ns.devices()
                    .get(port.master())
                    .bridge()
                    .orElseThrow()
                    .port(port.index())
                    .orElseThrow();
            if (options.json()) {
                rows.add(row(port, role));
            } else {
                text(out, port, role);
            }
        }
        return CommandResult.printed(options.json() ? options.document(rows) : out.toString());
    }

    private void text(StringBuilder out, NetDevice port, BridgePort role) {
        out.append(port.index()).append(": ").append(port.name());
        int link = links.link(port);
        if (link != 0) {
            out.append('@').append(ns.devices().nameOf(link));
        }
        out.append(": <")
                .append(String.join(",", links.flagsBesideLocalLink(port)))
                .append("> mtu ");
        out.append(port.mtu()).append(" master ").append(ns.devices().nameOf(port.master()));
        out.append(" state ").append(role.state().word());
        out.append(" priority ")
                .append(role.priority())
                .append(" cost ")
                .append(role.cost())
                .append(' ');
        if (options.details()) {
            out.append(options.lineBreak()).append("    ");
            flags(role).forEach((name, value) -> {
                String word = value instanceof Boolean on ? (on ? "on" : "off") : value.toString();
                out.append(name).append(' ').append(word).append(' ');
            });
        }
        out.append('\n');
    }

    private Map<String, Object> row(NetDevice port, BridgePort role) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ifindex", port.index());
        int link = links.link(port);
        if (link != 0) {
            row.put("link", ns.devices().nameOf(link));
        }
        row.put("ifname", port.name());
        row.put("flags", links.flagsBesideLocalLink(port));
        row.put("mtu", port.mtu());
        row.put("master", ns.devices().nameOf(port.master()));
        row.put("state", role.state().word());
        row.put("priority", role.priority());
        row.put("cost", role.cost());
        if (options.details()) {
            row.putAll(flags(role));
        }
        return row;
    }

    private static Map<String, Object> flags(BridgePort role) {
        Map<String, Object> flags = new LinkedHashMap<>();
        flags.put("hairpin", role.has(PortFlag.HAIRPIN));
        flags.put("guard", role.has(PortFlag.GUARD));
        flags.put("root_block", role.has(PortFlag.ROOT_BLOCK));
        flags.put("fastleave", role.has(PortFlag.FAST_LEAVE));
        flags.put("learning", role.has(PortFlag.LEARNING));
        flags.put("flood", role.has(PortFlag.FLOOD));
        flags.put("mcast_flood", role.has(PortFlag.MULTICAST_FLOOD));
        flags.put("bcast_flood", role.has(PortFlag.BROADCAST_FLOOD));
        flags.put("mcast_router", 1);
        flags.put("mcast_to_unicast", role.has(PortFlag.MULTICAST_TO_UNICAST));
        flags.put("neigh_suppress", role.has(PortFlag.NEIGHBOR_SUPPRESS));
        flags.put("vlan_tunnel", role.has(PortFlag.VLAN_TUNNEL));
        flags.put("isolated", role.has(PortFlag.ISOLATED));
        flags.put("locked", role.has(PortFlag.LOCKED));
        return flags;
    }
}

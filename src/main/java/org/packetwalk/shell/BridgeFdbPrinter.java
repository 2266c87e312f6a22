package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.device.BridgeState;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.FdbEntry;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.VxlanEntry;
import org.packetwalk.kernel.device.VxlanRemote;
import org.packetwalk.kernel.device.VxlanState;
import org.packetwalk.net.MacAddress;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** What {@code bridge fdb show} prints ({@code rtnl_fdb_dump}, {@code print_fdb}). */
final class BridgeFdbPrinter {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Machine machine;
    private final NetNamespace ns;
    private final SimTime now;
    private final IpOptions options;
    private final List<Object> rows = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private boolean deviceNamed;

    BridgeFdbPrinter(Machine machine, HostId host, IpOptions options) {
        this.machine = machine;
        this.ns = machine.host(host);
        this.now = machine.now();
        this.options = options;
    }

    /**
     * The entries.
     *
     * @param bridge ifindex of the bridge that is asked for, 0 for all
     * @param only ifindex of the device that is asked for, 0 for all
     * @param dynamic whether permanent ones are left out
     */
    CommandResult print(int bridge, int only, boolean dynamic) {
        deviceNamed = only == 0;
        for (NetDevice device : ns.devices().all()) {
            boolean wanted = (bridge == 0 || device.index() == bridge || device.master() == bridge)
                    && (only == 0 || device.index() == only);
            if (wanted && !device.isLoopback()) {
                device(device, dynamic);
            }
        }
        return CommandResult.printed(options.json() ? options.document(rows) : out.toString());
    }

    /** The entry of one hardware address of a bridge. */
    CommandResult printOne(int index, MacAddress address) {
        deviceNamed = true;
        NetDevice bridge = ns.devices().get(index);
        Optional<FdbEntry> found = bridge.bridge().flatMap(state -> state.find(address, now));
        if (found.isEmpty()) {
            return CommandResult.failed(255, "Error: Fdb entry not found.\n");
        }
        int port = found.get().port();
        entry(found.get(), port == 0 ? bridge : ns.devices().get(port), bridge);
        return CommandResult.printed(options.json() ? options.document(rows) : out.toString());
    }

    private void device(NetDevice device, boolean dynamic) {
        if (device.kind() instanceof DeviceKind.Vxlan vxlan) {
            tunnel(device, vxlan.state(), dynamic);
            return;
        }
        if (device.master() != 0) {
            NetDevice bridge = ns.devices().get(device.master());
            entries(bridge, device, dynamic);
        }
        if (!dynamic) {
            borrowed(device);
            groups(device);
        }
        if (device.bridge().isPresent()) {
            entries(device, device, dynamic);
        }
    }

    /** What a VXLAN device knows of addresses ({@code vxlan_fdb_info}). */
    private void tunnel(NetDevice device, VxlanState state, boolean dynamic) {
        if (device.master() != 0) {
            entries(ns.devices().get(device.master()), device, dynamic);
        }
        for (VxlanEntry entry : state.known(now)) {
            for (VxlanRemote remote : dynamic && !entry.ages() ? List.<VxlanRemote>of() : entry.remotes()) {
                tunnelEntry(device, entry, remote);
            }
        }
    }

    private void tunnelEntry(NetDevice device, VxlanEntry entry, VxlanRemote remote) {
        Map<String, Object> row = head(entry.address().toString(), device);
        row.put("dst", remote.address().toString());
        out.append("dst ").append(remote.address()).append(' ');
        if (remote.port() != 0) {
            row.put("port", remote.port());
            out.append("port ").append(remote.port()).append(' ');
        }
        if (remote.id() != VxlanRemote.SAME_ID) {
            row.put("vni", remote.id());
            out.append("vni ").append(remote.id()).append(' ');
        }
        if (remote.via() != 0) {
            row.put("viaIf", ns.devices().nameOf(remote.via()));
            out.append("via ").append(ns.devices().nameOf(remote.via())).append(' ');
        }
        if (options.statistics() > 0) {
            long used = now.since(entry.used()) / NANOS_PER_SECOND;
            long updated = now.since(entry.updated()) / NANOS_PER_SECOND;
            row.put("used", used);
            row.put("updated", updated);
            out.append("used ").append(used).append('/').append(updated).append(' ');
        }
        String state = switch (entry.state()) {
            case PERMANENT -> "permanent";
            case STATIC -> "static";
            case LEARNED -> "";
        };
        row.put("flags", List.of("self"));
        row.put("state", state);
        rows.add(row);
        out.append("self ").append(state).append('\n');
    }

    private void entries(NetDevice bridge, NetDevice device, boolean dynamic) {
        BridgeState state = bridge.bridge().orElseThrow();
        int port = bridge == device ? 0 : device.index();
        for (FdbEntry entry : state.entries(now)) {
            if (entry.port() == port && !(dynamic && entry.local())) {
                entry(entry, device, bridge);
            }
        }
    }

    private void entry(FdbEntry entry, NetDevice device, NetDevice bridge) {
        String state = entry.local() ? "permanent" : entry.ages() ? "" : "static";
        Map<String, Object> row = head(entry.address().toString(), device);
        long used = now.since(entry.used()) / NANOS_PER_SECOND;
        long updated = now.since(entry.updated()) / NANOS_PER_SECOND;
        if (options.statistics() > 0) {
            row.put("used", used);
            row.put("updated", updated);
            out.append("used ").append(used).append('/').append(updated).append(' ');
        }
        row.put("flags", List.of());
        row.put("master", bridge.name());
        row.put("state", state);
        rows.add(row);
        out.append("master ").append(bridge.name()).append(' ').append(state).append('\n');
    }

    /** The hardware addresses of the macvlan devices above, which the device takes for its own ({@code dev_uc_add}). */
    private void borrowed(NetDevice device) {
        DeviceLocation here = new DeviceLocation(ns.id(), device.index());
        machine.hosts().values().stream()
                .flatMap(host -> host.devices().all().stream())
                .filter(above -> above.up()
                        && above.kind() instanceof DeviceKind.Macvlan macvlan
                        && macvlan.lower().equals(here))
                .forEach(above -> group(above.address().toString(), device));
    }

    /** The multicast groups the device itself listens to ({@code ndo_dflt_fdb_dump}). */
    private void groups(NetDevice device) {
        boolean snooping = device.bridge()
                .filter(bridge -> bridge.settings().multicastSnooping())
                .isPresent();
        if (HardwareGroups.usersOfAllNodes(machine, ns, device) > 0) {
            group("33:33:00:00:00:01", device);
        }
        if (snooping && device.up()) {
            group("01:00:5e:00:00:6a", device);
            group("33:33:00:00:00:6a", device);
        }
        if (HardwareGroups.usersOfAllHosts(machine, ns, device) > 0) {
            group("01:00:5e:00:00:01", device);
        }
    }

    private void group(String address, NetDevice device) {
        Map<String, Object> row = head(address, device);
        row.put("flags", List.of("self"));
        row.put("state", "permanent");
        rows.add(row);
        out.append("self permanent\n");
    }

    private Map<String, Object> head(String address, NetDevice device) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("mac", address);
        out.append(address).append(' ');
        if (deviceNamed) {
            row.put("ifname", device.name());
            out.append("dev ").append(device.name()).append(' ');
        }
        return row;
    }
}

package org.packetwalk.export.recording;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import com.google.gson.JsonObject;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.kernel.sysctl.NeighborConf;
import org.packetwalk.kernel.sysctl.SysctlTable;
import org.packetwalk.stack.NetNamespace;

/** The settings of a host that differ from a fresh namespace; those of a new interface are compared with its defaults. */
final class SysctlDifference {

    private static final List<String> SKIPPED =
            List.of("base_reachable_time", "retrans_time", "ip_local_reserved_ports", "/core/");

    private static final NetNamespace FRESH = NetNamespace.create(new HostId("fresh"));

    private final SortedMap<String, String> found = new TreeMap<>();
    private final NetNamespace host;

    private SysctlDifference(NetNamespace host) {
        this.host = host;
    }

    /** The differing keys with their values, in the order of their files. */
    static JsonObject of(NetNamespace host) {
        SysctlDifference difference = new SysctlDifference(host);
        difference.wholeNamespace();
        difference.folder("all", SysctlTable.ALL, SysctlTable.ALL);
        difference.folder("default", SysctlTable.DEFAULT, SysctlTable.DEFAULT);
        for (NetDevice device : host.devices().all()) {
            int reference = device.isLoopback() ? NetDevice.LOOPBACK_INDEX : SysctlTable.DEFAULT;
            difference.folder(device.name(), device.index(), reference);
        }
        JsonObject result = new JsonObject();
        difference.found.forEach((path, value) -> result.addProperty(path.replace('/', '.'), value));
        return result;
    }

    private void wholeNamespace() {
        host.sysctls().changed().forEach((key, value) -> {
            String path = key.replace('.', '/');
            Optional<String> reference = FRESH.sysctls().text(key);
            String[] parts = path.split("/");
            if (reference.isEmpty() && parts.length == 5) {
                reference = FRESH.sysctls().text(parts[0] + "." + parts[1] + "." + parts[2] + ".default." + parts[4]);
            }
            reference.ifPresent(fresh -> compare(path, value, fresh));
        });
    }

    private void folder(String name, int device, int reference) {
        for (Ipv4Conf key : Ipv4Conf.values()) {
            compare(
                    "net/ipv4/conf/" + name + "/" + key.key(),
                    Integer.toString(host.sysctls().conf(device, key)),
                    Integer.toString(FRESH.sysctls().conf(reference, key)));
        }
        if (device == SysctlTable.ALL) {
            return;
        }
        for (NeighborConf key : NeighborConf.values()) {
            compare(
                    "net/ipv4/neigh/" + name + "/" + key.key(),
                    Integer.toString(host.sysctls().neighbor(device, key)),
                    Integer.toString(FRESH.sysctls().neighbor(reference, key)));
        }
    }

    private void compare(String path, String value, String fresh) {
        String words = String.join(" ", value.strip().split("\\s+"));
        if (!words.equals(fresh) && SKIPPED.stream().noneMatch(path::contains)) {
            found.put(path, words);
        }
    }
}

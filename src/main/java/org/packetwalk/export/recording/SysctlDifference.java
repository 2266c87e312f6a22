package org.packetwalk.export.recording;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import com.google.gson.JsonObject;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.sysctl.SysctlFiles;
import org.packetwalk.stack.NetNamespace;

/** The settings of a host that differ from a fresh namespace; those of a new interface are compared with its defaults. */
final class SysctlDifference {

    private static final List<String> SKIPPED = List.of(
            "tcp_fastopen_key",
            "stable_secret",
            "base_reachable_time",
            "retrans_time",
            "/nf_conntrack_count",
            "/nf_conntrack_max",
            "ip_local_reserved_ports",
            "/nf_log/",
            "netdev_rss_key",
            "/core/");

    private SysctlDifference() {}

    /** The differing keys with their values, in the order of their files. */
    static JsonObject of(NetNamespace host) {
        SysctlFiles now = files(host);
        SysctlFiles fresh = files(NetNamespace.create(new HostId("fresh")));
        JsonObject found = new JsonObject();
        for (String path : now.paths()) {
            if (SKIPPED.stream().anyMatch(path::contains)) {
                continue;
            }
            Optional<String> reference = fresh.read(path).or(() -> fresh.read(ofDefault(path)));
            Optional<String> value = now.read(path);
            if (value.isPresent()
                    && reference.isPresent()
                    && !words(value.get()).equals(words(reference.get()))) {
                found.addProperty(path.replace('/', '.'), words(value.get()));
            }
        }
        return found;
    }

    /** The file that an interface's setting was copied from. */
    private static String ofDefault(String path) {
        String[] parts = path.split("/");
        if (parts.length != 5 || !parts[2].equals("conf")) {
            return "";
        }
        parts[3] = "default";
        return String.join("/", parts);
    }

    private static String words(String value) {
        return String.join(" ", value.strip().split("\\s+"));
    }

    private static SysctlFiles files(NetNamespace host) {
        SortedMap<String, Integer> interfaces = new TreeMap<>();
        host.devices().all().forEach(device -> interfaces.put(device.name(), device.index()));
        return new SysctlFiles(host.sysctls(), interfaces);
    }
}

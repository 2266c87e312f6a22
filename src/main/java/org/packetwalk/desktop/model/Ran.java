package org.packetwalk.desktop.model;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.InterfaceAddresses;
import org.packetwalk.kernel.route.NexthopObjects;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.kernel.sysctl.SysctlTable;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;

/**
 * What came of a command.
 *
 * @param executed whether it was run at all
 * @param refusal why it was not, or with which words it failed
 * @param walked whether it made events, which are the walk now
 * @param changed whether hosts, devices, addresses, routes or settings are others than before
 * @param branched whether it was run in the past: the walk in view goes on from there in another way
 */
public record Ran(boolean executed, Refusal refusal, boolean walked, boolean changed, boolean branched) {

    /** A command that was not run. */
    static Ran not(Refusal why) {
        return new Ran(false, why, false, false, false);
    }

    /** Whether the configuration of a world differs; what packets leave behind, as counters and neighbours, does not count. */
    static boolean differ(World before, World after) {
        return !configuration(before).equals(configuration(after));
    }

    private static SortedMap<String, Configuration> configuration(World world) {
        var all = new TreeMap<String, Configuration>();
        for (NetNamespace host : world.machine().hosts().values()) {
            all.put(host.id().name(), Configuration.of(host));
        }
        return all;
    }

    /** What commands set on a host. */
    private record Configuration(
            HostId id,
            List<NetDevice> devices,
            InterfaceAddresses addresses,
            RoutingTables routing,
            NexthopObjects nexthops,
            SysctlTable sysctls) {

        static Configuration of(NetNamespace host) {
            return new Configuration(
                    host.id(),
                    host.devices().all().stream()
                            .map(device -> device.withCounters(DeviceCounters.ZERO))
                            .toList(),
                    host.addresses(),
                    host.routing(),
                    host.nexthops(),
                    host.sysctls());
        }
    }
}

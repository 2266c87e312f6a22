package org.packetwalk.desktop.model;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborTable;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.netfilter.Ruleset;
import org.packetwalk.kernel.route.InterfaceAddresses;
import org.packetwalk.kernel.route.NexthopObjects;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.kernel.route6.Ipv6Network;
import org.packetwalk.kernel.route6.Ipv6Scope;
import org.packetwalk.kernel.sysctl.SysctlTable;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;

/**
 * What came of a command.
 *
 * @param executed whether it was run at all
 * @param refusal why it was not, or with which words it failed
 * @param walked whether it made events, which are the walk now
 * @param changed whether hosts, devices, addresses, routes, filters or settings are others than before
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
            SysctlTable sysctls,
            List<String> neighbours,
            List<String> filters,
            List<String> ipv6) {

        static Configuration of(NetNamespace host) {
            return new Configuration(
                    host.id(),
                    host.devices().all().stream()
                            .map(device -> device.withCounters(DeviceCounters.ZERO))
                            .toList(),
                    host.addresses(),
                    host.routing(),
                    host.nexthops(),
                    host.sysctls(),
                    neighbours(host.neighbors()),
                    Stream.of(host.netfilter().ipv4(), host.netfilter().ipv6())
                            .flatMap(Configuration::rules)
                            .toList(),
                    ipv6(host.ipv6()));
        }

        /** The entries that only commands make. */
        private static List<String> neighbours(NeighborTable table) {
            return Stream.concat(
                            table.all().stream().filter(entry -> entry.state() == NudState.PERMANENT),
                            table.proxies().stream())
                    .map(entry -> entry.key() + " " + entry.lladdr())
                    .toList();
        }

        /** Policies and rules without what they have counted. */
        private static Stream<String> rules(Ruleset rules) {
            return rules.tables().stream()
                    .flatMap(table -> table.chains().stream()
                            .flatMap(chain -> Stream.concat(
                                    Stream.of(table.name() + " " + chain.name() + " " + chain.policyWord()),
                                    chain.rules().stream().map(rule -> table.name() + " " + rule.line(chain.name())))));
        }

        /** Addresses, rules and routes that commands have made; the kernel and routers make others by themselves. */
        private static List<String> ipv6(Ipv6Network network) {
            Stream<String> addresses = network.addresses().all().stream()
                    .flatMap(device -> device.addresses().stream()
                            .filter(address -> !address.dynamic() && address.scope() == Ipv6Scope.GLOBAL)
                            .map(address -> device.index() + " " + address.address() + "/" + address.prefixLength()));
            Stream<String> rules = network.routing().rules().stream().map(RoutingRule::toString);
            Stream<String> routes = network.routing().routes().stream()
                    .filter(route -> !route.protocol().equals(RouteProtocol.KERNEL) && !route.advertised())
                    .map(route -> route.table() + " " + route.type() + " " + route.prefix() + " " + route.metric() + " "
                            + route.nexthops().stream()
                                    .map(way -> way.device() + " " + way.gateway() + " " + way.weight())
                                    .toList());
            return Stream.of(addresses, rules, routes).flatMap(all -> all).toList();
        }
    }
}

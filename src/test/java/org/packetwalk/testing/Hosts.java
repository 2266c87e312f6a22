package org.packetwalk.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.OperState;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RouteConfig;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.RoutingEvents;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RoutingState;
import org.packetwalk.kernel.route.RuleAction;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.net.MacAddress;
import org.packetwalk.sim.World;
import org.packetwalk.stack.Interfaces;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** Small worlds for tests: hosts with lo up, cables between them, routes and rules. */
public final class Hosts {

    private static final int ETH0 = 2;

    private final Map<String, NetNamespace> hosts = new TreeMap<>();

    private Hosts() {}

    /** One host with lo up. */
    public static Hosts one(String name) {
        return new Hosts().with(name);
    }

    /** Two hosts whose eth0 are the ends of one cable, both up, with the addresses .1 and .2 of 10.0.0.0/24. */
    public static Hosts cabled(String first, String second) {
        Hosts both = new Hosts().with(first).with(second);
        both.plug(first, second, 1);
        both.plug(second, first, 2);
        both.up(first, 1);
        both.up(second, 2);
        return both;
    }

    private Hosts with(String name) {
        NetNamespace ns = NetNamespace.create(new HostId(name));
        hosts.put(
                name,
                ns.withDevices(
                        ns.devices().with(ns.devices().get(1).withUp(true).withCarrier(true, OperState.UNKNOWN))));
        route(
                name,
                (events, state) -> events.addAddress(state, NetDevice.LOOPBACK_INDEX, InterfaceAddress.loopback("lo")));
        return this;
    }

    private void plug(String name, String peer, int number) {
        NetNamespace ns = hosts.get(name);
        NetDevice device = NetDevice.ethernet(
                        ETH0,
                        "eth0",
                        new DeviceKind.Veth(new HostId(peer), ETH0),
                        MacAddress.parse("02:00:00:00:00:0" + number))
                .withUp(true)
                .withCarrier(true, OperState.UP);
        hosts.put(
                name,
                ns.withDevices(ns.devices().with(device))
                        .withSysctls(ns.sysctls().withDevice(ETH0, false)));
    }

    private void up(String name, int number) {
        InterfaceAddress address = InterfaceAddress.of(Ipv4Address.of(10, 0, 0, number), 24, "eth0");
        route(name, (events, state) -> events.addAddress(state, ETH0, address));
    }

    /** With a route that rejects. */
    public Hosts rejecting(String name, RouteType type, String prefix) {
        Ipv4Prefix parsed = Ipv4Prefix.parse(prefix);
        RouteConfig config = RouteConfig.typed(type, parsed.network(), parsed.length(), List.of());
        route(name, (events, state) -> events.addRoute(state, config, RouteInsertion.ADD));
        return this;
    }

    /** Rule 100, which refuses what goes to a prefix. */
    public static RoutingRule unreachable(String prefix) {
        return RoutingRule.of(100, RuleAction.UNREACHABLE).toBuilder()
                .to(Ipv4Prefix.parse(prefix))
                .build();
    }

    /** With a rule, which separates local from main. */
    public Hosts rule(String name, RoutingRule rule) {
        NetNamespace ns = hosts.get(name);
        hosts.put(name, ns.withRouting(value(ns.routing().addRule(rule))));
        return this;
    }

    /** The world they make. */
    public World world() {
        Machine machine = Machine.EMPTY;
        for (NetNamespace ns : hosts.values()) {
            machine = machine.with(ns);
        }
        return World.EMPTY.with(machine);
    }

    private void route(String name, BiFunction<RoutingEvents, RoutingState, ResultOrErrno<RoutingState>> change) {
        NetNamespace ns = hosts.get(name);
        RoutingEvents events = new RoutingEvents(new Interfaces(ns.devices()), device -> false);
        hosts.put(name, ns.with(value(change.apply(events, ns.routingState()))));
    }

    private static <T> T value(ResultOrErrno<T> result) {
        return ((ResultOrErrno.Ok<T>) result).value();
    }
}

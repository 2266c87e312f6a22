package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.OperState;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RoutingEvents;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RoutingState;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.kernel.route.RuleSelector;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.program.PingCommandLine;
import org.packetwalk.program.PingProgram;
import org.packetwalk.program.Turn;
import org.packetwalk.sim.Simulation;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;
import org.packetwalk.stack.Fib;
import org.packetwalk.stack.Interfaces;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** Pings that really ran, with the world after every event. */
public final class RealPings {
    public static final HostId WEB = new HostId("web-1");
    public static final HostId LEFT = new HostId("left");
    public static final HostId RIGHT = new HostId("right");

    private RealPings() {}

    /** {@code ping -c1 127.0.0.1} on a host with lo alone. */
    public static List<Snapshot> loopback() {
        return ping(World.EMPTY.with(Machine.EMPTY.with(host(WEB))), WEB, "127.0.0.1");
    }

    /** {@code ping -c1 10.141.155.131}, the host's own address on eth0, with the tables of a new host. */
    public static List<Snapshot> ownAddress() {
        return ping(webAndGateway(), WEB, "10.141.155.131");
    }

    /** The same with the tables kept separate, as after {@code ip rule add} and {@code ip rule del}. */
    public static List<Snapshot> ownAddressInSeparateTables() {
        World world = webAndGateway();
        NetNamespace web = world.machine().host(WEB);
        RoutingRule rule = RoutingRule.lookup(100, TableId.MAIN);
        RoutingTables with = ok(web.routing().addRule(rule));
        RoutingTables without = ok(with.deleteRule(RuleSelector.priority(100)));
        return ping(world.with(world.machine().with(web.withRouting(without))), WEB, "10.141.155.131");
    }

    /** {@code ping -c1 10.42.0.2} from one end of a cable to the other; the neighbour is not known yet. */
    public static List<Snapshot> overCable() {
        return ping(leftAndRight(), LEFT, "10.42.0.2");
    }

    /** {@code ping -c1 -W5 10.42.0.9}, an address on the link that nobody has: the neighbour fails. */
    public static List<Snapshot> nobodyThere() {
        return ping(leftAndRight(), LEFT, "10.42.0.9", 5);
    }

    /** {@code ping -c1 192.0.2.1} where no table has an entry. */
    public static List<Snapshot> noRoute() {
        return ping(leftAndRight(), LEFT, "192.0.2.1");
    }

    /** {@code ping -c1 -t TTL 10.0.2.2} from a to b over the router r. */
    public static List<Snapshot> throughRouter(int ttl) {
        String lab = """
                #!/bin/sh
                # title: A router
                ip netns add a
                ip netns add r
                ip netns add b
                ip link add eth0 netns a type veth peer name eth0 netns r
                ip link add eth1 netns r type veth peer name eth0 netns b
                ip -n a addr add 10.0.1.2/24 dev eth0
                ip -n r addr add 10.0.1.1/24 dev eth0
                ip -n r addr add 10.0.2.1/24 dev eth1
                ip -n b addr add 10.0.2.2/24 dev eth0
                ip -n a link set lo up
                ip -n r link set lo up
                ip -n b link set lo up
                ip -n a link set eth0 up
                ip -n r link set eth0 up
                ip -n r link set eth1 up
                ip -n b link set eth0 up
                ip -n a route add default via 10.0.1.1
                ip -n b route add default via 10.0.2.1
                ip netns exec r sysctl -qw net.ipv4.ip_forward=1
                # probe: over the router
                ip netns exec a ping -c1 -t %d 10.0.2.2
                """.formatted(ttl);
        try {
            return LabRunner.run(LabFile.read("router.sh", lab)).probes().get(0).snapshots();
        } catch (LabFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two hosts and a cable between them, at rest. */
    public static World leftAndRight() {
        return cable(LEFT, "veth0", "10.42.0.1", RIGHT, "veth1", "10.42.0.2", 24);
    }

    private static World webAndGateway() {
        return cable(WEB, "eth0", "10.141.155.131", new HostId("gateway"), "eth0", "10.141.128.1", 18);
    }

    private static World cable(
            HostId one,
            String oneDevice,
            String oneAddress,
            HostId other,
            String otherDevice,
            String otherAddress,
            int length) {
        NetNamespace left = withPort(host(one), oneDevice, other, 1, oneAddress, length);
        NetNamespace right = withPort(host(other), otherDevice, one, 2, otherAddress, length);
        return World.EMPTY.with(Machine.EMPTY.with(left).with(right));
    }

    private static NetNamespace host(HostId id) {
        NetNamespace ns = NetNamespace.create(id);
        NetDevice lo = ns.devices().get(NetDevice.LOOPBACK_INDEX);
        ns = ns.withDevices(ns.devices().with(lo.withUp(true).withCarrier(true, OperState.UNKNOWN)));
        ns = ns.with(events(ns).loopbackUp(ns.routingState(), NetDevice.LOOPBACK_INDEX));
        return ns.with(events(ns).linkUp(ns.routingState(), NetDevice.LOOPBACK_INDEX));
    }

    private static NetNamespace withPort(
            NetNamespace host, String name, HostId peer, int number, String address, int length) {
        NetDevice device = NetDevice.ethernet(
                        2, name, new DeviceKind.Veth(peer, 2), MacAddress.parse("02:00:00:00:00:0" + number))
                .withUp(true)
                .withCarrier(true, OperState.UP);
        NetNamespace ns = host.withDevices(host.devices().with(device))
                .withSysctls(host.sysctls().withDevice(2, false))
                .withLastIndex(2);
        RoutingState added = ok(events(ns)
                .addAddress(ns.routingState(), 2, InterfaceAddress.of(Ipv4Address.parse(address), length, name)));
        return ns.with(added);
    }

    private static RoutingEvents events(NetNamespace ns) {
        return new RoutingEvents(new Interfaces(ns.devices()), Fib.policy(ns));
    }

    private static <T> T ok(ResultOrErrno<T> answer) {
        return ((ResultOrErrno.Ok<T>) answer).value();
    }

    private static List<Snapshot> ping(World world, HostId host, String address) {
        return ping(world, host, address, 1);
    }

    private static List<Snapshot> ping(World world, HostId host, String address, int seconds) {
        var understood =
                (PingCommandLine.Result.Understood) PingCommandLine.parse(List.of("-c1", "-W" + seconds, address));
        List<Snapshot> snapshots = new ArrayList<>();
        Simulation.untilEnded(
                world.start(host, PingProgram.start(understood.options()), "ping -c1 " + address, true),
                world.nextPid(),
                Turn.NEVER,
                snapshots::add,
                Simulation.DEFAULT_BUDGET);
        return snapshots;
    }
}

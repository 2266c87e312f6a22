package org.packetwalk.testing;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.OperState;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RoutingEvents;
import org.packetwalk.kernel.route.RoutingState;
import org.packetwalk.program.PingCommandLine;
import org.packetwalk.program.PingProgram;
import org.packetwalk.program.Turn;
import org.packetwalk.sim.Simulation;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;
import org.packetwalk.stack.Interfaces;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/** Recorded walks of the simulation for tests that read them. */
public final class Walks {

    private static final HostId HOST = new HostId("a");

    private Walks() {}

    /** {@code ping -c1 -W1} with more words, on a host that has nothing but lo. */
    public static Trace loopbackPing(String... words) {
        List<String> all = new ArrayList<>(List.of("-c1", "-W1"));
        all.addAll(List.of(words));
        var options = ((PingCommandLine.Result.Understood) PingCommandLine.parse(all)).options();
        World world = hostWithLoUp();
        List<TraceEvent> events = new ArrayList<>();
        Simulation.untilEnded(
                world.start(HOST, PingProgram.start(options), "ping " + String.join(" ", all), true),
                world.nextPid(),
                Turn.NEVER,
                (Snapshot snapshot) -> events.add(snapshot.event()),
                Simulation.DEFAULT_BUDGET);
        return new Trace("ping " + words[0], HOST.name(), "ping " + String.join(" ", all), events);
    }

    private static World hostWithLoUp() {
        NetNamespace ns = NetNamespace.create(HOST);
        ns = ns.withDevices(ns.devices().with(ns.devices().get(1).withUp(true).withCarrier(true, OperState.UNKNOWN)));
        RoutingEvents events = new RoutingEvents(new Interfaces(ns.devices()), device -> false);
        RoutingState state = ns.routingState();
        var added = (ResultOrErrno.Ok<RoutingState>)
                events.addAddress(state, NetDevice.LOOPBACK_INDEX, InterfaceAddress.loopback("lo"));
        return World.EMPTY.with(Machine.EMPTY.with(ns.with(added.value())));
    }
}

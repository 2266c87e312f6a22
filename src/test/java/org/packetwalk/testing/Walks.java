package org.packetwalk.testing;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.program.PingCommandLine;
import org.packetwalk.program.PingProgram;
import org.packetwalk.sim.Simulation;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/** Recorded walks of the simulation for tests that read them. */
public final class Walks {

    private static final SimTime LIMIT = SimTime.ZERO.plusMillis(30_000);

    private Walks() {}

    /** {@code ping -c1 -W1} to an address, on a host that has nothing but lo. */
    public static Trace loopbackPing(String address) {
        return ping(Hosts.one("a").world(), "a", "-c1", "-W1", address);
    }

    /** {@code ping} with these words on a host of a world. */
    public static Trace ping(World world, String host, String... words) {
        var options = ((PingCommandLine.Result.Understood) PingCommandLine.parse(List.of(words))).options();
        String command = "ping " + String.join(" ", words);
        List<TraceEvent> events = new ArrayList<>();
        Simulation.untilEnded(
                world.start(new HostId(host), PingProgram.start(options), command, true),
                world.nextPid(),
                LIMIT,
                (Snapshot snapshot) -> events.add(snapshot.event()),
                Simulation.DEFAULT_BUDGET);
        return new Trace(command, host, command, events);
    }
}

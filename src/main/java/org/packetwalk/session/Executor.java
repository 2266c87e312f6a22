package org.packetwalk.session;

import org.packetwalk.kernel.HostId;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

/** Runs one command line in a world: the one door through which a world changes. */
@FunctionalInterface
public interface Executor {

    /**
     * What came of a command line.
     *
     * @param after the world afterwards
     * @param exit its exit status
     */
    record Execution(World after, int exit, String stdout, String stderr) {}

    /** Runs a line as typed on a host and gives every event to the sink. */
    Execution execute(World world, HostId host, String line, SnapshotSink sink);
}

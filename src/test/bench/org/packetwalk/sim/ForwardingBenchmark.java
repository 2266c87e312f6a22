package org.packetwalk.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An echo from end to end of a row of routers and back: hops in a second, with every explained step kept and without
 * keeping. The number of hops is the column {@code hops} of the counters.
 */
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.SECONDS)
@BenchmarkMode(Mode.Throughput)
public class ForwardingBenchmark {

    private static final int MOST_KEPT = 200_000;

    /** How many routers. */
    @Param({"10", "100", "250"})
    public int routers;

    private RouterChain chain;
    private List<Snapshot> kept = new ArrayList<>();

    /** Hops made, counted by the second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Work {

        /** Hops. */
        public long hops;
    }

    /** Lays the cables, lets the neighbours meet, and says what a kept step weighs. */
    @Setup(Level.Trial)
    public void lay() {
        chain = RouterChain.known(routers);
        List<Snapshot> timeline = new ArrayList<>();
        long before = used();
        while (timeline.size() < MOST_KEPT) {
            chain.echo(timeline::add);
        }
        long after = used();
        System.out.printf(
                "%n# %d routers: %d bytes per kept step%n", routers, (after - before) / timeline.size());
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Every step is kept. */
    @Benchmark
    public List<Snapshot> kept(Work work) {
        if (kept.size() > MOST_KEPT) {
            kept = new ArrayList<>();
        }
        chain.echo(kept::add);
        work.hops += chain.hops();
        return kept;
    }

    /** No step is kept. */
    @Benchmark
    public World passing(Work work) {
        work.hops += chain.hops();
        return chain.echo(snapshot -> {});
    }
}

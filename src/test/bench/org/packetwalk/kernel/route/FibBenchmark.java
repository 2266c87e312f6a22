package org.packetwalk.kernel.route;

import org.packetwalk.kernel.RouteMetrics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

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
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/** What lookups, loading and memory cost, up to a full Internet table. */
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BenchmarkMode(Mode.AverageTime)
public class FibBenchmark {

    /** Parts of a thousand of the prefix lengths 8 to 24 of the global table, roughly; /32 to fill up. */
    private static final int[][] LENGTHS = {
        {8, 1}, {12, 1}, {13, 1}, {14, 2}, {15, 2}, {16, 14}, {17, 9}, {18, 14}, {19, 26}, {20, 45}, {21, 50},
        {22, 110}, {23, 105}, {24, 600}, {32, 20}
    };

    /** How many routes. */
    @Param({"1000", "100000", "1000000"})
    public int routes;

    private RouteTable table = RouteTable.EMPTY;
    private List<Route> all = List.of();
    private RouteQuery[] queries = {};
    private int next;

    /** Makes the table and the destinations: half of them in a route, half anywhere. */
    @Setup(Level.Trial)
    public void load() {
        Random random = new Random(42);
        List<RouteInfo> infos = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            infos.add(new RouteInfo(
                    TableId.MAIN,
                    RouteType.UNICAST,
                    RouteScope.UNIVERSE,
                    RouteProtocol.STATIC,
                    Ipv4Address.ANY,
                    0,
                    RouteMetrics.NONE,
                    List.of(NextHop.via(Ipv4Address.of(10, 0, 0, i), 2)),
                    NexthopReference.NONE));
        }
        Set<Ipv4Prefix> prefixes = new LinkedHashSet<>();
        prefixes.add(Ipv4Prefix.DEFAULT);
        while (prefixes.size() < routes) {
            int address = 0x01000000 + random.nextInt(0xdf000000 >>> 1) + random.nextInt(0xdf000000 >>> 1);
            prefixes.add(Ipv4Prefix.containing(new Ipv4Address(address), length(random)));
        }
        List<Route> made = new ArrayList<>();
        for (Ipv4Prefix prefix : prefixes) {
            made.add(new Route(
                    prefix, TableId.MAIN, 0, RouteType.UNICAST, infos.get(random.nextInt(infos.size()))));
        }
        all = made;
        for (int i = 0; i < 2; i++) {
            RouteTable.load(all);
        }
        long before = used();
        long start = System.nanoTime();
        table = RouteTable.load(all);
        long took = System.nanoTime() - start;
        long after = used();
        System.out.printf(
                "%n# %d routes: loaded in %d ms, %.1f bytes per route%n",
                routes, took / 1_000_000, (double) (after - before) / routes);
        queries = new RouteQuery[1 << 16];
        for (int i = 0; i < queries.length; i++) {
            Ipv4Prefix prefix = all.get(random.nextInt(all.size())).prefix();
            int host = random.nextInt() & ~Ipv4Prefix.mask(prefix.length());
            int address = i % 2 == 0 ? prefix.network().bits() | host : random.nextInt();
            queries[i] = RouteQuery.of(FlowKey.output(new Ipv4Address(address)));
        }
    }

    private static int length(Random random) {
        int point = random.nextInt(1000);
        for (int[] share : LENGTHS) {
            point -= share[1];
            if (point < 0) {
                return share[0];
            }
        }
        return 24;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private RouteQuery query() {
        return queries[next++ & queries.length - 1];
    }

    /** A lookup nobody looks at. */
    @Benchmark
    public TableHit silent() {
        return table.lookup(query(), LinkdownPolicy.USE_ALL);
    }

    /** A lookup that keeps every step and every candidate. */
    @Benchmark
    public TableSearch explained() {
        return table.explain(TableId.MAIN, query(), LinkdownPolicy.USE_ALL);
    }
}

package org.packetwalk.export.json;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/** Writes and reads a trace of as many events as are named, and says what it took: {@code LargeTrace EVENTS FOLDER}. */
public final class LargeTrace {

    private static final double BILLION = 1e9;
    private static final int MEBIBYTE = 1 << 20;
    private static final int TOLD_EACH = 100_000;

    private LargeTrace() {}

    /** The number of events and the folder for the file. */
    public static void main(String[] words) throws Exception {
        int wanted = Integer.parseInt(words[0]);
        Path file = Path.of(words[1]).resolve("large" + TraceFile.EXTENSION);
        Lab lab = LabFile.read("large.sh", """
                ip netns add a
                ip -n a link set lo up
                # probe:
                ip netns exec a ping -c 250 -i 0.01 127.0.0.1
                """);
        List<TraceEvent> once = LabRunner.run(lab).probes().get(0).events();
        List<TraceEvent> events = new ArrayList<>(wanted);
        while (events.size() < wanted) {
            events.addAll(once.subList(0, Math.min(once.size(), wanted - events.size())));
        }
        long begun = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), MEBIBYTE)) {
            TraceFile.write(new SavedTrace("bench", lab.source(), new Trace("large", new HostId("a").name(), "ping", events)), out);
        }
        System.out.printf("%,d events, %,d MiB, written in %.1f s%n", wanted, Files.size(file) / MEBIBYTE, seconds(begun));
        events.clear();
        int[] read = new int[1];
        begun = System.nanoTime();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), MEBIBYTE)) {
            SavedTrace saved = TraceFile.read(in, "bench", event -> {
                read[0]++;
                if (read[0] % TOLD_EACH == 0) {
                    System.out.printf("  %,d%n", read[0]);
                }
            });
            System.gc();
            Runtime now = Runtime.getRuntime();
            System.out.printf(
                    "%,d read in %.1f s, %,d MiB of heap%n",
                    saved.trace().events().size(),
                    seconds(begun),
                    (now.totalMemory() - now.freeMemory()) / MEBIBYTE);
        }
        Files.delete(file);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / BILLION;
    }
}

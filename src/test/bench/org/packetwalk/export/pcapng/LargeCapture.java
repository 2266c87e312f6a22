package org.packetwalk.export.pcapng;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.packetwalk.diagram.Theme;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.ExportedWalk;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.narrate.Messages;
import org.packetwalk.trace.Tap;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/** Writes a capture of as many packets as are named, and says what it took: {@code LargeCapture PACKETS FILE}. */
public final class LargeCapture {

    private static final double BILLION = 1e9;
    private static final int MEBIBYTE = 1 << 20;

    private LargeCapture() {}

    /** The number of packets and the file. */
    public static void main(String[] words) throws Exception {
        int wanted = Integer.parseInt(words[0]);
        Path file = Path.of(words[1]);
        Lab lab = LabFile.read("large.sh", """
                ip netns add a
                ip -n a link set lo up
                # probe:
                ip netns exec a ping -c 250 -i 0.01 127.0.0.1
                """);
        List<TraceEvent> seen = LabRunner.run(lab).probes().get(0).events().stream()
                .filter(event -> Tap.of(event).isPresent())
                .toList();
        List<TraceEvent> events = new ArrayList<>(wanted);
        while (events.size() < wanted) {
            events.addAll(seen.subList(0, Math.min(seen.size(), wanted - events.size())));
        }
        ExportRequest request = new ExportRequest(
                "bench",
                lab.source(),
                new Trace("large", "a", "ping", events),
                new ExportedWalk(List.of(), 0, step -> null, step -> null),
                Theme.LIGHT,
                Messages.of(Locale.ENGLISH));
        long begun = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(file)) {
            new PcapngExporter().write(request, out);
        }
        System.out.printf(
                "%,d packets, %,d MiB, written in %.1f s%n",
                wanted, Files.size(file) / MEBIBYTE, (System.nanoTime() - begun) / BILLION);
    }
}

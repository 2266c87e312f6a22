package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.packetwalk.capture.CaptureNames;
import org.packetwalk.capture.FrameText;
import org.packetwalk.capture.TextOptions;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.Tap;

/** What {@code tcpdump -n} on each device would have printed of a walk. */
final class Captures {
    private final Map<String, FrameText> texts = new TreeMap<>();
    private final List<CaptureLine> lines = new ArrayList<>();

    private Captures() {}

    /** The frames of a recording, in order. */
    static List<CaptureLine> of(List<Snapshot> recording) {
        Captures captures = new Captures();
        for (int i = 0; i < recording.size(); i++) {
            captures.take(recording.get(i), i);
        }
        return List.copyOf(captures.lines);
    }

    private void take(Snapshot snapshot, int place) {
        Tap.of(snapshot.event()).ifPresent(tap -> {
            String key = tap.host() + " " + tap.device();
            FrameText.Line line = texts.getOrDefault(key, FrameText.of(TextOptions.NUMERIC, CaptureNames.NONE))
                    .print(tap.frame());
            texts.put(key, line.next());
            int space = line.text().indexOf(' ');
            lines.add(new CaptureLine(
                    tap.host(),
                    tap.device(),
                    line.text().substring(0, space),
                    line.text().substring(space + 1),
                    place));
        });
    }
}

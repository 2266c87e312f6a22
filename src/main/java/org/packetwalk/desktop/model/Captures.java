package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.packetwalk.capture.CaptureNames;
import org.packetwalk.capture.CapturedFrame;
import org.packetwalk.capture.Direction;
import org.packetwalk.capture.FrameText;
import org.packetwalk.capture.TextOptions;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.TraceEvent;

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

    /** A capture sees a frame before its driver gets it, and when the stack takes it up; never the sender's own copies. */
    private void take(Snapshot snapshot, int place) {
        TraceEvent event = snapshot.event();
        if (event instanceof LinkEvent.TransmitStarted sent) {
            add(snapshot, sent.device(), Direction.OUT, place);
        } else if (event instanceof LinkEvent.Received received && !received.loopCopy()) {
            add(snapshot, received.device(), direction(event.head().skb().type()), place);
        }
    }

    private void add(Snapshot snapshot, String device, Direction direction, int place) {
        TraceEvent event = snapshot.event();
        SkBuff skb = event.head().skb();
        if (!skb.isFrame()) {
            return;
        }
        CapturedFrame frame =
                CapturedFrame.of(event.head().at(), skb, skb.device(), device, device.equals("lo"), direction);
        String host = event.head().host().name();
        String key = host + " " + device;
        FrameText.Line line = texts.getOrDefault(key, FrameText.of(TextOptions.NUMERIC, CaptureNames.NONE))
                .print(frame);
        texts.put(key, line.next());
        int space = line.text().indexOf(' ');
        lines.add(new CaptureLine(
                host, device, line.text().substring(0, space), line.text().substring(space + 1), place));
    }

    private static Direction direction(PacketType type) {
        return switch (type) {
            case HOST, LOOPBACK -> Direction.IN;
            case BROADCAST -> Direction.BROADCAST;
            case MULTICAST -> Direction.MULTICAST;
            case OTHERHOST -> Direction.OTHERHOST;
        };
    }
}

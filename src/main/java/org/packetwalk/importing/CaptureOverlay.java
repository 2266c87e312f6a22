package org.packetwalk.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.capture.CaptureNames;
import org.packetwalk.capture.CapturedFrame;
import org.packetwalk.capture.FrameText;
import org.packetwalk.capture.TextOptions;
import org.packetwalk.trace.Tap;
import org.packetwalk.trace.TraceEvent;

/**
 * A real capture beside a walk. Two frames match if tcpdump says the same of them but for what differs from run to run: times,
 * hardware addresses, identifiers, the client's ports, initial sequence numbers and TCP timestamps.
 *
 * @param device the device of the walk that the capture was held against, as {@code HOST/DEVICE}; empty if the walk has none
 * @param rows the frames of both in their order
 */
public record CaptureOverlay(String device, List<Row> rows) {

    private static final Pattern TIME = Pattern.compile("^\\S+ ");
    private static final Pattern EPHEMERAL = Pattern.compile("(?<=[\\d:a-f]\\.)(3[3-9]\\d{3}|[4-6]\\d{4})(?=[: ])");
    private static final Pattern ECHO = Pattern.compile("(?<=\\bid )\\d+(?=, seq)");
    private static final Pattern MAC = Pattern.compile("\\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\\b");
    private static final Pattern SEQUENCE = Pattern.compile("(?<=(?:seq|ack) )\\d{5,}");
    private static final Pattern STAMPS = Pattern.compile("TS val \\d+ ecr \\d+");

    /** Copies the rows. */
    public CaptureOverlay {
        rows = List.copyOf(rows);
    }

    /** Where a frame is. */
    public enum Where {
        /** In the walk and in the capture. */
        BOTH,
        /** In the walk only. */
        WALK,
        /** In the capture only. */
        CAPTURE
    }

    /**
     * A frame.
     *
     * @param where in which of the two it is
     * @param event the place of the event that shows it in the walk, -1 if it is not there
     * @param frame its place in the capture, -1 if it is not there
     * @param text what tcpdump prints of it, without its time
     */
    public record Row(Where where, int event, int frame, String text) {}

    /** A frame with the text it is known by. */
    private record Known(int place, String text, String key) {}

    /** Lays a capture beside a walk; without a device, beside that device with which most frames match. */
    public static CaptureOverlay of(List<TraceEvent> walk, List<CapturedFrame> capture, String device) {
        Map<String, List<Known>> walks = new TreeMap<>();
        Map<String, Texts> texts = new TreeMap<>();
        for (int i = 0; i < walk.size(); i++) {
            int event = i;
            Tap.of(walk.get(i)).ifPresent(tap -> {
                String key = tap.host() + "/" + tap.device();
                if (device.isEmpty() || device.equals(key)) {
                    walks.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(texts.computeIfAbsent(key, none -> new Texts()).know(event, tap.frame()));
                }
            });
        }
        Texts real = new Texts();
        List<Known> frames = new ArrayList<>();
        for (int i = 0; i < capture.size(); i++) {
            frames.add(real.know(i, capture.get(i)));
        }
        CaptureOverlay best = new CaptureOverlay("", rows(List.of(), frames));
        for (Map.Entry<String, List<Known>> one : walks.entrySet()) {
            CaptureOverlay overlay = new CaptureOverlay(one.getKey(), rows(one.getValue(), frames));
            if (best.device.isEmpty() || overlay.count(Where.BOTH) > best.count(Where.BOTH)) {
                best = overlay;
            }
        }
        return best;
    }

    /** How many frames are there. */
    public int count(Where where) {
        return (int) rows.stream().filter(row -> row.where == where).count();
    }

    /** In the order of the walk; a frame of the capture alone stands before the next one that matches. */
    private static List<Row> rows(List<Known> walk, List<Known> capture) {
        Map<String, Deque<Known>> open = new LinkedHashMap<>();
        capture.forEach(frame ->
                open.computeIfAbsent(frame.key, none -> new ArrayDeque<>()).add(frame));
        Map<Known, Known> matches = new LinkedHashMap<>();
        for (Known frame : walk) {
            Deque<Known> same = open.get(frame.key);
            if (same != null && !same.isEmpty()) {
                matches.put(frame, same.remove());
            }
        }
        Deque<Known> alone = new ArrayDeque<>(capture);
        alone.removeAll(matches.values());
        List<Row> rows = new ArrayList<>();
        for (Known frame : walk) {
            Known match = matches.get(frame);
            while (match != null && !alone.isEmpty() && alone.peek().place < match.place) {
                rows.add(alone(alone.remove()));
            }
            rows.add(
                    match == null
                            ? new Row(Where.WALK, frame.place, -1, frame.text)
                            : new Row(Where.BOTH, frame.place, match.place, frame.text));
        }
        alone.forEach(frame -> rows.add(alone(frame)));
        return rows;
    }

    private static Row alone(Known frame) {
        return new Row(Where.CAPTURE, -1, frame.place, frame.text);
    }

    /** The texts of one capture; what differs from run to run is counted in the order in which it comes. */
    private static final class Texts {

        private final Map<String, String> names = new LinkedHashMap<>();
        private FrameText text = FrameText.of(TextOptions.NUMERIC, CaptureNames.NONE);

        Known know(int place, CapturedFrame frame) {
            FrameText.Line line = text.print(frame);
            text = line.next();
            String shown = TIME.matcher(line.text()).replaceFirst("");
            String key = shown;
            for (Pattern pattern : List.of(EPHEMERAL, ECHO, MAC, SEQUENCE)) {
                key = pattern.matcher(key).replaceAll(found -> Matcher.quoteReplacement(name(pattern, found.group())));
            }
            return new Known(place, shown, STAMPS.matcher(key).replaceAll("TS"));
        }

        private String name(Pattern pattern, String value) {
            return names.computeIfAbsent(pattern + " " + value, none -> "<" + names.size() + ">");
        }
    }
}

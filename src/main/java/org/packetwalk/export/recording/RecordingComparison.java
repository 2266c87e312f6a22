package org.packetwalk.export.recording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Scores a recording against a reference of the same lab. It counts exactly as the script {@code compare} of the kernel
 * lab does and tells differences in the same words.
 */
public final class RecordingComparison {

    private static final List<String> LABELS = List.of("n", "pkt", "chain");
    private static final JsonObject NOTHING = new JsonObject();

    private final Recording reference;
    private final Recording candidate;
    private final Map<Score, int[]> totals = new EnumMap<>(Score.class);
    private final List<String> notes = new ArrayList<>();

    private RecordingComparison(Recording reference, Recording candidate) {
        this.reference = reference;
        this.candidate = candidate;
        for (Score score : Score.values()) {
            totals.put(score, new int[2]);
        }
    }

    /** Compares a recording with its reference. */
    public static ComparisonResult compare(Recording reference, Recording candidate) {
        return new RecordingComparison(reference, candidate).result();
    }

    private ComparisonResult result() {
        Map<String, JsonObject> others = new LinkedHashMap<>();
        candidate.script().forEach(line -> others.put(line.get("line").getAsString(), line));
        for (JsonObject line : reference.script()) {
            compareLine(line, others.getOrDefault(line.get("line").getAsString(), NOTHING));
        }
        for (String part : List.of("state", "state_end")) {
            compareState(part);
        }
        Map<Score, Double> scores = new EnumMap<>(Score.class);
        totals.forEach((score, total) -> scores.put(score, total[1] == 0 ? 1.0 : (double) total[0] / total[1]));
        return new ComparisonResult(scores, notes);
    }

    private void count(Score score, int same, int of) {
        totals.get(score)[0] += same;
        totals.get(score)[1] += of;
    }

    private void compareLine(JsonObject line, JsonObject other) {
        if (line.has("probe") || speaks(line) || speaks(other)) {
            compareAnswer(line, other);
        }
        Map<String, String> there = new LinkedHashMap<>();
        Map<String, String> back = new LinkedHashMap<>();
        comparePackets("packets", Score.PACKETS, line, other, there, back);
        comparePackets("events", Score.EVENTS, line, other, there, back);
        compareCounters(line, other);
    }

    private static boolean speaks(JsonObject line) {
        return !exit(line, "0").equals("0")
                || !lines(line, "stdout").isEmpty()
                || !lines(line, "stderr").isEmpty();
    }

    private void compareAnswer(JsonObject line, JsonObject other) {
        String got = exit(other, other.isEmpty() ? "None" : "0");
        boolean same = got.equals(exit(line, "0"))
                && lines(other, "stdout").equals(lines(line, "stdout"))
                && lines(other, "stderr").equals(lines(line, "stderr"));
        count(Score.ANSWERS, same ? 1 : 0, 1);
        if (!same) {
            notes.add(lineNote(line) + ": " + line.get("cmd").getAsString() + "\n    expected exit "
                    + exit(line, "0") + " " + Frozen.list(said(line)) + "\n    got      exit " + exit(other, "None")
                    + " " + Frozen.list(said(other)));
        }
    }

    private void comparePackets(
            String kind,
            Score score,
            JsonObject line,
            JsonObject other,
            Map<String, String> there,
            Map<String, String> back) {
        List<JsonObject> ours = items(line, kind);
        List<JsonObject> theirs = items(other, kind);
        List<SequenceMatcher.Pair> pairs = SequenceMatcher.matched(comparable(ours), comparable(theirs)).stream()
                .filter(pair -> sameBuffer(label(ours, pair.ours()), label(theirs, pair.theirs()), there, back))
                .toList();
        int most = Math.max(ours.size(), theirs.size());
        count(score, pairs.size(), most);
        if (score == Score.EVENTS) {
            int same = (int) pairs.stream()
                    .filter(pair ->
                            chain(ours.get(pair.ours()), reference).equals(chain(theirs.get(pair.theirs()), candidate)))
                    .count();
            count(Score.CHAINS, same, ours.size());
        }
        if (pairs.size() != most) {
            int first = firstDifference(pairs, most);
            notes.add(lineNote(line) + ": " + kind.substring(0, kind.length() - 1) + " " + (first + 1)
                    + "\n    expected " + shown(ours, first) + "\n    got      " + shown(theirs, first));
        }
    }

    /** Whether two packet labels agree with a one-to-one naming, which grows as it is used. */
    private static boolean sameBuffer(String ours, String theirs, Map<String, String> there, Map<String, String> back) {
        if (ours.equals("None") && theirs.equals("None")) {
            return true;
        }
        there.putIfAbsent(ours, theirs);
        if (!there.get(ours).equals(theirs)) {
            return false;
        }
        back.putIfAbsent(theirs, ours);
        return back.get(theirs).equals(ours);
    }

    private static int firstDifference(List<SequenceMatcher.Pair> pairs, int most) {
        Map<Integer, Integer> good = new LinkedHashMap<>();
        pairs.forEach(pair -> good.put(pair.ours(), pair.theirs()));
        for (int i = 0; i < most; i++) {
            if (good.getOrDefault(i, -1) != i) {
                return i;
            }
        }
        return 0;
    }

    private void compareCounters(JsonObject line, JsonObject other) {
        List<String> ours = Frozen.flat(List.of(), part(line, "counters"));
        List<String> theirs = Frozen.flat(List.of(), part(other, "counters"));
        count(Score.COUNTERS, common(ours, theirs), Math.max(ours.size(), theirs.size()));
        if (!ours.stream().sorted().toList().equals(theirs.stream().sorted().toList())) {
            notes.add(lineNote(line) + ": counters: missing " + shown(ours, theirs, 6) + ", extra "
                    + shown(theirs, ours, 6));
        }
    }

    private void compareState(String part) {
        List<String> ours = Frozen.flat(List.of(part), reference.part(part));
        List<String> theirs = Frozen.flat(List.of(part), candidate.part(part));
        count(Score.STATE, common(ours, theirs), Math.max(ours.size(), theirs.size()));
        if (!theirs.containsAll(ours) || !ours.containsAll(theirs)) {
            notes.add(part + ": missing " + shown(ours, theirs, 4) + "\n    extra   " + shown(theirs, ours, 4));
        }
    }

    /** How many of ours have an equal of theirs, each used once. */
    private static int common(List<String> ours, List<String> theirs) {
        Map<String, Integer> left = new LinkedHashMap<>();
        theirs.forEach(item -> left.merge(item, 1, Integer::sum));
        int same = 0;
        for (String item : ours) {
            int rest = left.getOrDefault(item, 0);
            if (rest > 0) {
                left.put(item, rest - 1);
                same++;
            }
        }
        return same;
    }

    private static String shown(List<String> items, List<String> without, int most) {
        List<String> extra = items.stream()
                .filter(item -> !without.contains(item))
                .limit(most)
                .toList();
        return "[" + String.join(", ", extra) + "]";
    }

    private static String shown(List<JsonObject> items, int index) {
        return index < items.size() ? Frozen.item(items.get(index), LABELS, label(items, index)) : "None";
    }

    private static String label(List<JsonObject> items, int index) {
        JsonElement label = items.get(index).get("pkt");
        return label == null ? "None" : label.getAsString();
    }

    private static List<String> comparable(List<JsonObject> items) {
        return items.stream().map(item -> Frozen.item(item, LABELS, "")).toList();
    }

    private static String chain(JsonObject event, Recording of) {
        JsonElement number = event.get("chain");
        return number == null ? "" : of.chains().get(number.getAsInt());
    }

    private static String lineNote(JsonObject line) {
        return "line " + line.get("line").getAsString();
    }

    private static String exit(JsonObject line, String absent) {
        JsonElement exit = line.get("exit");
        return exit == null ? absent : exit.getAsString();
    }

    private static List<JsonObject> items(JsonObject line, String kind) {
        JsonArray items = line.getAsJsonArray(kind);
        return items == null
                ? List.of()
                : items.asList().stream().map(JsonElement::getAsJsonObject).toList();
    }

    private static JsonObject part(JsonObject line, String name) {
        JsonObject part = line.getAsJsonObject(name);
        return part == null ? NOTHING : part;
    }

    private static List<String> lines(JsonObject line, String name) {
        JsonArray lines = line.getAsJsonArray(name);
        return lines == null
                ? List.of()
                : lines.asList().stream()
                        .map(JsonElement::getAsJsonPrimitive)
                        .map(JsonPrimitive::getAsString)
                        .map(String::stripTrailing)
                        .toList();
    }

    private static List<String> said(JsonObject line) {
        List<String> said = new ArrayList<>(lines(line, "stdout"));
        said.addAll(lines(line, "stderr"));
        return said;
    }
}

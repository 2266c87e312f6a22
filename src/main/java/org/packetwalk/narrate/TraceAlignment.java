package org.packetwalk.narrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.kernel.PacketId;

/**
 * Two walks beside each other, packet by packet: the first packet of one stands beside the first of the other, and so on. What
 * both do the same way is one row, what only one does is a row with a gap.
 */
public final class TraceAlignment {
    /** More cells than this are not compared at once: what lies between equal ends is cut into parts. */
    private static final int MOST_CELLS = 4_000_000;

    private final List<Step> one;
    private final List<Step> other;
    private final Names firstNames;
    private final Names otherNames;
    private final List<Pair> pairs = new ArrayList<>();

    /**
     * A row: the places of the steps, -1 where there is none.
     *
     * @param kind how the two compare
     */
    public record Pair(int one, int other, Kind kind) {}

    /** How two steps compare. */
    public enum Kind {
        SAME,
        /** Both do it, with another result. */
        DIFFERENT,
        ONLY_ONE,
        ONLY_OTHER
    }

    /** What the names in a walk stand for: its packets by their number, and what its command names. */
    private static final class Names {
        private final Map<PacketId, Integer> packets = new LinkedHashMap<>();
        private final Map<String, String> words = new LinkedHashMap<>();

        Names(List<Step> steps, List<String> asked) {
            for (Step step : steps) {
                if (!step.packet().equals(PacketId.NONE)) {
                    packets.putIfAbsent(step.packet(), packets.size() + 1);
                }
            }
            for (String word : asked) {
                words.putIfAbsent(word, "$" + words.size());
            }
        }

        int packet(Step step) {
            return packets.getOrDefault(step.packet(), 0);
        }

        /** An argument of a title; what the command names is the same thing in both walks. */
        Object meant(Object argument) {
            return argument instanceof Sentence inner
                    ? List.of(
                            inner.key(),
                            inner.arguments().stream().map(this::meant).toList())
                    : words.getOrDefault(String.valueOf(argument), String.valueOf(argument));
        }
    }

    private TraceAlignment(List<Step> one, List<String> askedOne, List<Step> other, List<String> askedOther) {
        this.one = one;
        this.other = other;
        this.firstNames = new Names(one, askedOne);
        this.otherNames = new Names(other, askedOther);
    }

    /**
     * Aligns two walks.
     *
     * @param askedOne what the command of the first names, such as its destination; it stands for {@code askedOther} at the
     *     same place
     */
    public static List<Pair> of(List<Step> one, List<String> askedOne, List<Step> other, List<String> askedOther) {
        TraceAlignment alignment = new TraceAlignment(one, askedOne, other, askedOther);
        alignment.part(0, one.size(), 0, other.size());
        return List.copyOf(alignment.pairs);
    }

    private void part(int from, int to, int otherFrom, int otherTo) {
        int a = from;
        int b = otherFrom;
        while (a < to && b < otherTo && same(a, b)) {
            pairs.add(new Pair(a++, b++, Kind.SAME));
        }
        int endA = to;
        int endB = otherTo;
        while (endA > a && endB > b && same(endA - 1, endB - 1)) {
            endA--;
            endB--;
        }
        between(a, endA, b, endB);
        while (endA < to) {
            pairs.add(new Pair(endA++, endB++, Kind.SAME));
        }
    }

    private void between(int from, int to, int otherFrom, int otherTo) {
        long cells = (long) (to - from + 1) * (otherTo - otherFrom + 1);
        if (cells > MOST_CELLS) {
            int half = (int) (MOST_CELLS / 2000);
            int cutA = Math.min(to, from + half);
            int cutB = Math.min(otherTo, otherFrom + half);
            between(from, cutA, otherFrom, cutB);
            part(cutA, to, cutB, otherTo);
            return;
        }
        int[][] score = new int[to - from + 1][otherTo - otherFrom + 1];
        for (int i = to - from - 1; i >= 0; i--) {
            for (int j = otherTo - otherFrom - 1; j >= 0; j--) {
                int beside = weight(from + i, otherFrom + j);
                int together = beside == 0 ? 0 : score[i + 1][j + 1] + beside;
                score[i][j] = Math.max(together, Math.max(score[i + 1][j], score[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < to - from || j < otherTo - otherFrom) {
            int a = from + i;
            int b = otherFrom + j;
            boolean both = a < to && b < otherTo;
            int beside = both ? weight(a, b) : 0;
            if (both && beside > 0 && score[i][j] == score[i + 1][j + 1] + beside) {
                pairs.add(new Pair(a, b, same(a, b) ? Kind.SAME : Kind.DIFFERENT));
                i++;
                j++;
            } else if (a < to && (b >= otherTo || score[i + 1][j] >= score[i][j + 1])) {
                pairs.add(new Pair(a, -1, Kind.ONLY_ONE));
                i++;
            } else {
                pairs.add(new Pair(-1, b, Kind.ONLY_OTHER));
                j++;
            }
        }
    }

    /** How well two steps stand beside each other: 0 not at all. */
    private int weight(int a, int b) {
        Step step = one.get(a);
        Step beside = other.get(b);
        boolean samePacket = firstNames.packet(step) == otherNames.packet(beside);
        if (!samePacket || step.stage() != beside.stage()) {
            return 0;
        }
        boolean sameKind = family(step).equals(family(beside));
        return !sameKind ? 0 : same(a, b) ? 4 : 1;
    }

    /** What kind of step it is: a table that hit and one that did not are of one kind. */
    private static String family(Step step) {
        String key = step.account().title().key();
        return key.startsWith("step.table.") ? "step.table" : key;
    }

    private boolean same(int a, int b) {
        Step step = one.get(a);
        Step beside = other.get(b);
        Sentence title = step.account().title();
        Sentence besideTitle = beside.account().title();
        return step.stage() == beside.stage()
                && firstNames.packet(step) == otherNames.packet(beside)
                && title.key().equals(besideTitle.key())
                && firstNames.meant(title).equals(otherNames.meant(besideTitle));
    }
}

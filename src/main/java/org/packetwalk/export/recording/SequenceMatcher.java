package org.packetwalk.export.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what two sequences have in common, in order, as the {@code SequenceMatcher} of Python's difflib does without
 * its junk heuristics: the longest common run first, then the same to its left and to its right.
 */
final class SequenceMatcher {

    private final int[] ours;
    private final int theirCount;
    private final Map<Integer, List<Integer>> places = new LinkedHashMap<>();

    private SequenceMatcher(List<String> ours, List<String> theirs) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        this.ours = ours.stream()
                .mapToInt(item -> numbers.computeIfAbsent(item, unused -> numbers.size()))
                .toArray();
        theirCount = theirs.size();
        for (int j = 0; j < theirCount; j++) {
            int number = numbers.computeIfAbsent(theirs.get(j), unused -> numbers.size());
            places.computeIfAbsent(number, unused -> new ArrayList<>()).add(j);
        }
    }

    /** A pair of places that hold the same. */
    record Pair(int ours, int theirs) {}

    /** The common items, in order. */
    static List<Pair> matched(List<String> ours, List<String> theirs) {
        return new SequenceMatcher(ours, theirs).pairs();
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        Deque<Range> open = new ArrayDeque<>();
        open.push(new Range(0, ours.length, 0, theirCount));
        while (!open.isEmpty()) {
            Range range = open.pop();
            Run run = longest(range);
            if (run.length == 0) {
                continue;
            }
            for (int k = 0; k < run.length; k++) {
                pairs.add(new Pair(run.ours + k, run.theirs + k));
            }
            if (range.ourFrom < run.ours && range.theirFrom < run.theirs) {
                open.push(new Range(range.ourFrom, run.ours, range.theirFrom, run.theirs));
            }
            if (run.ours + run.length < range.ourTo && run.theirs + run.length < range.theirTo) {
                open.push(new Range(run.ours + run.length, range.ourTo, run.theirs + run.length, range.theirTo));
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::ours));
        return pairs;
    }

    /** The longest common run of a range; of several the one that begins first in ours, then in theirs. */
    private Run longest(Range range) {
        Run best = new Run(range.ourFrom, range.theirFrom, 0);
        int[] before = new int[theirCount + 1];
        for (int i = range.ourFrom; i < range.ourTo; i++) {
            int[] now = new int[theirCount + 1];
            for (int j : places.getOrDefault(ours[i], List.of())) {
                if (j < range.theirFrom) {
                    continue;
                }
                if (j >= range.theirTo) {
                    break;
                }
                int length = before[j] + 1;
                now[j + 1] = length;
                if (length > best.length) {
                    best = new Run(i - length + 1, j - length + 1, length);
                }
            }
            before = now;
        }
        return best;
    }

    private record Range(int ourFrom, int ourTo, int theirFrom, int theirTo) {}

    private record Run(int ours, int theirs, int length) {}
}

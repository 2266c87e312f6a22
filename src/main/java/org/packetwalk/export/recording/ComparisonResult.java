package org.packetwalk.export.recording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much of a reference recording another one repeats.
 *
 * @param scores for each score the share of equal items, 0 to 1
 * @param notes the differences, in order
 */
public record ComparisonResult(Map<Score, Double> scores, List<String> notes) {

    /** Keeps its own copies. */
    public ComparisonResult {
        scores = Collections.unmodifiableMap(new EnumMap<>(scores));
        notes = List.copyOf(notes);
    }

    /** Two recordings that cannot be compared: nothing is equal. */
    public static ComparisonResult impossible(String why) {
        Map<Score, Double> nothing = new EnumMap<>(Score.class);
        for (Score score : Score.values()) {
            nothing.put(score, 0.0);
        }
        return new ComparisonResult(nothing, List.of("cannot be compared: " + why));
    }

    /** The share of equal items. */
    public double score(Score score) {
        return scores.get(score);
    }

    /** Whether answers, packets, events and state are all equal. */
    public boolean conforms() {
        return Arrays.stream(Score.values()).filter(Score::required).allMatch(score -> score(score) == 1.0);
    }

    /** The scores in one line, as {@code compare} prints them. */
    public String line(String name) {
        String all = Arrays.stream(Score.values())
                .map(score -> score.word() + " " + rounded(score(score), 2))
                .collect(Collectors.joining("  "));
        return String.format(Locale.ROOT, "%-8s %-44s %s", conforms() ? "conforms" : "differs", name, all);
    }

    /** A share with so many decimals; the exact binary value decides, as in Python and C. */
    public static String rounded(double share, int decimals) {
        return new BigDecimal(share).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}

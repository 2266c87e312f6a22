package org.packetwalk.desktop.model;

import java.util.List;

import org.packetwalk.narrate.TraceAlignment.Kind;
import org.packetwalk.trace.Stage;

/**
 * Two walks beside each other.
 *
 * @param one the command of the walk in view
 * @param other the other command
 * @param headline where they part
 * @param rows their steps, aligned
 * @param first the row of the first difference, -1 if there is none
 * @param cause what made them part
 * @param causeLines the lines of the state that differ, as diff writes them
 * @param oneSummary how much the first did
 * @param otherSummary how much the other did
 * @param refusal why there is nothing to compare, {@link Refusal#NONE} if there is
 */
public record ComparisonView(
        String one,
        String other,
        Wording headline,
        List<Row> rows,
        int first,
        String cause,
        List<String> causeLines,
        String oneSummary,
        String otherSummary,
        Refusal refusal) {
    /** Nothing is compared yet. */
    public static final ComparisonView NONE =
            new ComparisonView("", "", Wording.NONE, List.of(), -1, "", List.of(), "", "", Refusal.NONE);

    /** Keeps immutable lists. */
    public ComparisonView {
        rows = List.copyOf(rows);
        causeLines = List.copyOf(causeLines);
    }

    static ComparisonView refused(Refusal why) {
        return new ComparisonView("", "", Wording.NONE, List.of(), -1, "", List.of(), "", "", why);
    }

    /** Whether two walks stand beside each other. */
    public boolean isPresent() {
        return !rows.isEmpty();
    }

    /**
     * A row.
     *
     * @param kind how the two steps compare
     * @param one the place of the step of the first walk, -1 if it has none here
     * @param other the place of the step of the other, -1 if it has none here
     * @param left what the first does, empty if nothing
     * @param right what the other does, empty if nothing
     * @param leftDetail the line of evidence
     * @param rightDetail the line of evidence of the other
     * @param step the step of the first, where it has one, else that of the other, as the time bar shows it
     */
    public record Row(
            Kind kind,
            int one,
            int other,
            String left,
            String right,
            String leftDetail,
            String rightDetail,
            StepView step) {
        /** Whose colour the chip has. */
        public Stage.Layer layer() {
            return step.layer();
        }

        /** The letters in it. */
        public String chip() {
            return step.label();
        }
    }

    /** The next row, from one on, with which a difference begins; the same row if there is none. */
    public int difference(int from, int by) {
        for (int i = from + by; i >= 0 && i < rows.size(); i += by) {
            if (begins(i)) {
                return i;
            }
        }
        return from;
    }

    private boolean begins(int row) {
        boolean differs = rows.get(row).kind() != Kind.SAME;
        boolean before = row > 0 && rows.get(row - 1).kind() != Kind.SAME;
        return differs && (!before || rows.get(row).kind() == Kind.DIFFERENT);
    }
}

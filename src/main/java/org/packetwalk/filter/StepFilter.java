package org.packetwalk.filter;

import java.util.function.Predicate;

/**
 * A filter as it was typed and what it means. One that is not understood accepts everything, and says what is wrong.
 *
 * @param text as it was typed
 * @param fault why it is not understood
 * @param test whether a step is meant
 */
public record StepFilter(String text, FilterFault fault, Predicate<StepFacts> test) {
    /** Accepts every step. */
    public static final StepFilter EVERYTHING = new StepFilter("", FilterFault.NONE, facts -> true);

    /**
     * Reads a filter, such as {@code host == web && layer == L3 && dropped}; see {@code FilterReader} for the grammar.
     */
    public static StepFilter read(String typed) {
        try {
            return new StepFilter(typed, FilterFault.NONE, FilterReader.read(typed));
        } catch (FilterException wrong) {
            return new StepFilter(typed, wrong.fault(), facts -> true);
        }
    }

    /** Whether it was understood. */
    public boolean understood() {
        return !fault.isPresent();
    }

    /** Whether a step is meant. */
    public boolean accepts(StepFacts facts) {
        return test.test(facts);
    }
}

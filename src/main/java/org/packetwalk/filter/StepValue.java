package org.packetwalk.filter;

import java.util.List;
import java.util.Optional;

/**
 * Something read off the steps of a walk: how many steps are meant ({@code count FILTER}), or the value of a field where a
 * step is meant for the first time ({@code FIELD where FILTER}).
 *
 * @param text as it was typed
 * @param fault why it is not understood
 */
public record StepValue(String text, FilterFault fault, Reading reading) {
    private static final String COUNT = "count ";
    private static final String WHERE = " where ";

    /** Reads the value; there is none if nothing is meant. */
    @FunctionalInterface
    public interface Reading {
        /** The value, if the steps have one. */
        Optional<String> of(List<StepFacts> steps);
    }

    /** Reads a question. */
    public static StepValue read(String typed) {
        if (typed.startsWith(COUNT)) {
            StepFilter filter = StepFilter.read(typed.substring(COUNT.length()));
            return new StepValue(
                    typed,
                    filter.fault(),
                    steps -> Optional.of(String.valueOf(
                            steps.stream().filter(filter::accepts).count())));
        }
        int where = typed.indexOf(WHERE);
        Optional<FilterField> field = where < 0
                ? Optional.empty()
                : FilterField.of(typed.substring(0, where).strip());
        if (field.isEmpty()) {
            String fields = String.join(", ", FilterField.words());
            FilterFault fault =
                    new FilterFault("filter.fault.field", List.of(typed, fields), 0, Math.max(where, typed.length()));
            return new StepValue(typed, fault, steps -> Optional.empty());
        }
        StepFilter filter = StepFilter.read(typed.substring(where + WHERE.length()));
        FilterField asked = field.get();
        return new StepValue(
                typed,
                filter.fault(),
                steps -> steps.stream()
                        .filter(filter::accepts)
                        .flatMap(step -> asked.values(step).stream())
                        .map(Object::toString)
                        .filter(value -> !value.isEmpty())
                        .findFirst());
    }

    /** The value, if the steps have one. */
    public Optional<String> of(List<StepFacts> steps) {
        return reading.of(steps);
    }
}

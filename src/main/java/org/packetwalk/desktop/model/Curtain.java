package org.packetwalk.desktop.model;

import java.util.List;
import java.util.Optional;

import org.packetwalk.filter.StepFilter;
import org.packetwalk.lesson.Item;

/**
 * What is hidden of a walk until a prediction is answered.
 *
 * @param asked the predictions that are asked when their command is run: one or none
 * @param hide the first step that is hidden
 */
record Curtain(List<Item.Prediction> asked, StepFilter hide) {
    /** Nothing is hidden, nothing is asked. */
    static final Curtain OPEN = new Curtain(List.of(), StepFilter.EVERYTHING);

    /** Keeps its own copy. */
    Curtain {
        asked = List.copyOf(asked);
    }

    Curtain expecting(Optional<Item.Prediction> next) {
        return new Curtain(next.stream().toList(), hide);
    }

    Curtain hiding(StepFilter from) {
        return new Curtain(asked, from);
    }

    boolean isExpected(String host, String command) {
        return asked.stream()
                .map(Item.Prediction::command)
                .anyMatch(typed ->
                        typed.host().name().equals(host) && typed.command().equals(command.strip()));
    }

    /** The prediction that is asked. */
    Item.Prediction expected() {
        return asked.get(0);
    }

    /** The steps before the first that is hidden. */
    List<StepView> visible(List<StepView> steps) {
        int end = 0;
        while (end < steps.size() && !hide.accepts(steps.get(end).facts())) {
            end++;
        }
        return steps.subList(0, end);
    }
}

package org.packetwalk.desktop.model;

import java.util.List;

/** Steps with all their words put together, to be compared. */
public final class StepRows {

    private StepRows() {}

    public static List<StepView> written(List<StepView> steps) {
        return steps.stream().map(StepRows::written).toList();
    }

    private static StepView written(StepView step) {
        StepLine line = new StepLine.Written(
                step.time(), step.label(), step.title(), step.detail(), step.sentence(), step.phase());
        return new StepView(
                step.number(),
                step.first(),
                step.last(),
                step.host(),
                step.layer(),
                line,
                step.tick(),
                step.packet(),
                step.events());
    }
}

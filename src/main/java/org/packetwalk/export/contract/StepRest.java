package org.packetwalk.export.contract;

import org.packetwalk.narrate.Step;

/** How long a step stands when a walk plays by itself: longer where something is decided. */
public final class StepRest {
    private static final int STATION = 700;
    private static final int DECISION = 1400;

    private StepRest() {}

    /** In milliseconds. */
    public static int millis(Step step) {
        return step.account().evidence().isEmpty() ? STATION : DECISION;
    }
}

package org.packetwalk.program;

import org.packetwalk.kernel.SimTime;

/**
 * {@code sleep}.
 *
 * @param nanos how long
 * @param started whether it sleeps already
 */
public record SleepProgram(long nanos, boolean started) implements Program {

    @Override
    public String name() {
        return "sleep";
    }

    @Override
    public Turn resume(ProgramContext context) {
        SimTime end = context.calls().now().plusNanos(nanos);
        return started ? new Turn.Exited(0) : new Turn.Sleeping(new SleepProgram(nanos, true), end);
    }
}

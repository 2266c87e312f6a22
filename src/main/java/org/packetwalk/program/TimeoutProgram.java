package org.packetwalk.program;

import org.packetwalk.kernel.SimTime;

/**
 * {@code timeout} of coreutils: ends another program after some time.
 *
 * @param inner the program
 * @param nanos how long it may run, 0 for ever
 * @param preserve {@code --preserve-status}: the exit status is that of the program even then
 * @param deadline when its time is over, once it runs
 */
public record TimeoutProgram(Program inner, long nanos, boolean preserve, SimTime deadline) implements Program {

    private static final int TIMED_OUT = 124;

    /** A program that has not begun. */
    public static TimeoutProgram start(Program inner, long nanos, boolean preserve) {
        return new TimeoutProgram(inner, nanos, preserve, Turn.NEVER);
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public Turn resume(ProgramContext context) {
        SimTime now = context.calls().now();
        if (deadline.equals(Turn.NEVER) && nanos > 0) {
            return new TimeoutProgram(inner, nanos, preserve, now.plusNanos(nanos)).resume(context);
        }
        if (!now.isBefore(deadline)) {
            Turn.Exited ended = inner.terminate(context);
            return preserve ? ended : new Turn.Exited(TIMED_OUT);
        }
        return within(inner.resume(context));
    }

    private Turn within(Turn turn) {
        if (turn instanceof Turn.Sleeping sleeping) {
            return new Turn.Sleeping(around(sleeping.next()), earlier(sleeping.until()));
        }
        if (turn instanceof Turn.Polling polling) {
            return new Turn.Polling(around(polling.next()), polling.socket(), earlier(polling.deadline()));
        }
        if (turn instanceof Turn.Writing writing) {
            return new Turn.Writing(around(writing.next()), writing.socket(), earlier(writing.deadline()));
        }
        return turn;
    }

    private TimeoutProgram around(Program next) {
        return new TimeoutProgram(next, nanos, preserve, deadline);
    }

    private SimTime earlier(SimTime until) {
        return until.isBefore(deadline) ? until : deadline;
    }

    @Override
    public Turn.Exited terminate(ProgramContext context) {
        return inner.terminate(context);
    }

    @Override
    public Program reading(String standardInput) {
        return new TimeoutProgram(inner.reading(standardInput), nanos, preserve, deadline);
    }
}

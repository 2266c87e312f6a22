package org.packetwalk.narrate;

import org.packetwalk.trace.ControlEvent;

/** Tells about command lines and the simulation itself. */
final class ControlTeller implements ControlEvent.Visitor<Account> {

    @Override
    public Account commandStarted(ControlEvent.CommandStarted event) {
        return Account.of(
                Sentence.of(Subject.PROGRAM, "step.command-started"),
                event.line(),
                Sentence.of(
                        Subject.PROGRAM, "account.command-started", event.head().host(), event.line()),
                Source.NONE);
    }

    @Override
    public Account commandEnded(ControlEvent.CommandEnded event) {
        return Account.of(
                Sentence.of(Subject.PROGRAM, "step.command-ended"),
                event.line(),
                Sentence.of(
                        Subject.PROGRAM,
                        event.exit() == 0 ? "account.command-ended" : "account.command-failed",
                        event.line(),
                        event.exit()),
                Source.NONE);
    }

    @Override
    public Account configured(ControlEvent.Configured event) {
        return Account.of(
                Sentence.of(Subject.HOST, "step.configured"),
                event.what(),
                Sentence.of(Subject.HOST, "account.configured", event.head().host(), event.what()),
                Source.NONE);
    }

    @Override
    public Account kernelLogged(ControlEvent.KernelLogged event) {
        return Account.of(
                Sentence.of(Subject.HOST, "step.kernel-logged"),
                event.line(),
                Sentence.of(Subject.HOST, "account.kernel-logged", event.head().host(), event.line()),
                Source.NONE);
    }

    @Override
    public Account budgetReached(ControlEvent.BudgetReached event) {
        return Account.of(
                Sentence.of(Subject.SIMULATION, "step.budget").in(Tone.REFUSED),
                Integer.toString(event.budget()),
                Sentence.of(Subject.SIMULATION, "account.budget", event.budget())
                        .in(Tone.REFUSED),
                Source.NONE);
    }
}

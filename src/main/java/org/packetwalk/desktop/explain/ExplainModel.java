package org.packetwalk.desktop.explain;

import java.util.Optional;

import javafx.beans.value.ObservableValue;

import org.packetwalk.desktop.model.CausesView;
import org.packetwalk.desktop.model.ChangeView;
import org.packetwalk.desktop.model.EvidenceView;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WhyQuestion;
import org.packetwalk.desktop.model.WhyView;

/** The reason of the current step. */
public final class ExplainModel {
    private final SessionModel session;
    private final ObservableValue<WhyView> why;

    /** The reasons of a session. */
    public ExplainModel(SessionModel session) {
        this.session = session;
        why = session.momentProperty().map(moment -> moment.why());
    }

    /** What to change so that what fails in the current step does not, once it was found. */
    public ObservableValue<ChangeView> remedy() {
        return session.remedyProperty();
    }

    /** Looks for it. */
    public void lookForRemedy() {
        session.explanations().lookForRemedy();
    }

    /** Makes the change that was tried, as a branch, and runs the command again. */
    public void adopt() {
        ChangeView change = session.remedyProperty().get();
        if (change.isPresent()) {
            session.adopt(change);
        }
    }

    /** Where a value comes from, as far as somebody has asked. */
    public ObservableValue<CausesView> causes() {
        return session.causesProperty();
    }

    /** What can be asked about a line of evidence. */
    public Optional<WhyQuestion> question(EvidenceView evidence) {
        return evidence.line()
                .text()
                .lines()
                .flatMap(line -> session.explanations().question(line).stream())
                .findFirst();
    }

    /** Asks. */
    public void ask(WhyQuestion question) {
        session.askWhy(question);
    }

    /** Goes to the step of a cause. */
    public void goTo(CausesView.Cause cause) {
        session.toEvent(cause.event());
    }

    /** Comes back to the reason of the step. */
    public void forgetCauses() {
        session.explanations().forgetCauses();
    }

    /** The reason of the current step, {@link WhyView#NONE} without a step. */
    public ObservableValue<WhyView> why() {
        return why;
    }
}

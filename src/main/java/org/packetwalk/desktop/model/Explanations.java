package org.packetwalk.desktop.model;

import java.util.List;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.packetwalk.diagram.RoutePicture;
import org.packetwalk.diagram.Subject;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;

/** What is asked about the step in view and takes time to find: where a value comes from, and what to change. */
public final class Explanations {
    private static final Pending<ChangeView> NOTHING_TO_CHANGE = Pending.of(() -> ChangeView.NONE);
    private static final Pending<CausesView> NO_CAUSES = Pending.of(() -> CausesView.NONE);

    private final WalkSource source;
    private final Messages messages;
    private final Work work;
    private final Standpoint standpoint;
    private final ReadOnlyObjectWrapper<CausesView> causes = new ReadOnlyObjectWrapper<>(CausesView.NONE);
    private final ReadOnlyObjectWrapper<ChangeView> remedy = new ReadOnlyObjectWrapper<>(ChangeView.NONE);

    /** The step in view. */
    interface Standpoint {
        /** What there is to say about it. */
        MomentView moment();

        Grain grain();

        /** Its index, -1 if there is none. */
        int step();
    }

    /** Explanations of what a source answers; an answer about a moment that is over is not shown. */
    Explanations(WalkSource source, Messages messages, Work work, Standpoint standpoint) {
        this.source = source;
        this.messages = messages;
        this.work = work;
        this.standpoint = standpoint;
    }

    /** Where a value comes from, as far as somebody has asked. */
    public ReadOnlyObjectProperty<CausesView> causesProperty() {
        return causes.getReadOnlyProperty();
    }

    /** What to change so that what fails in the step does not, as far as it was looked for and found. */
    public ReadOnlyObjectProperty<ChangeView> remedyProperty() {
        return remedy.getReadOnlyProperty();
    }

    /** Looks for a change so that what fails in the step does not, unless one was found. */
    public void lookForRemedy() {
        MomentView asked = standpoint.moment();
        Grain grain = standpoint.grain();
        int step = standpoint.step();
        if (step >= 0 && !remedy.get().isPresent()) {
            work.aside(
                    messages.text("progress.remedy"),
                    () -> asked == standpoint.moment() ? source.remedy(grain, step, messages) : NOTHING_TO_CHANGE,
                    found -> remedy.set(asked == standpoint.moment() ? found : remedy.get()));
        }
    }

    /** Asks where a value that is shown at the step comes from. */
    public void ask(WhyQuestion question) {
        MomentView asked = standpoint.moment();
        Grain grain = standpoint.grain();
        int step = standpoint.step();
        if (step >= 0) {
            work.run(
                    messages.text("progress.why"),
                    () -> asked == standpoint.moment() ? source.causes(question, grain, step, messages) : NO_CAUSES,
                    causes::set);
        }
    }

    /** Asks about a part of the stack view at the step; whether there is anything to ask. */
    public boolean ask(Subject subject) {
        return asked(
                standpoint.step() < 0
                        ? Optional.empty()
                        : source.question(subject, standpoint.grain(), standpoint.step(), messages));
    }

    /** What can be asked about a host or a device of the topology at the step. */
    public List<WhyQuestion> questions(Subject subject) {
        return standpoint.step() < 0 ? List.of() : source.questions(subject, standpoint.grain(), standpoint.step());
    }

    /** Asks about a rule or a route of a lookup; whether there is anything to ask. */
    public boolean ask(Subject subject, RoutePicture lookup) {
        return asked(
                standpoint.step() < 0
                        ? Optional.empty()
                        : source.question(subject, lookup, standpoint.grain(), standpoint.step(), messages));
    }

    private boolean asked(Optional<WhyQuestion> question) {
        question.ifPresent(this::ask);
        return question.isPresent();
    }

    /** What can be asked about a line of configuration in the reason of the step. */
    public Optional<WhyQuestion> question(String line) {
        return standpoint.step() < 0 ? Optional.empty() : source.question(line, standpoint.grain(), standpoint.step());
    }

    void forgetRemedy() {
        remedy.set(ChangeView.NONE);
    }

    /** Comes back to the reason of the step. */
    public void forgetCauses() {
        causes.set(CausesView.NONE);
    }
}

package org.packetwalk.desktop.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;

/** What is asked about the step in view and takes time to find: where a value comes from, and what to change. */
final class Explanations {
    private static final Pending<ChangeView> NOTHING_TO_CHANGE = Pending.of(() -> ChangeView.NONE);
    private static final Pending<CausesView> NO_CAUSES = Pending.of(() -> CausesView.NONE);

    private final WalkSource source;
    private final Messages messages;
    private final Work work;
    private final ObservableValue<MomentView> moment;
    private final ReadOnlyObjectWrapper<CausesView> causes = new ReadOnlyObjectWrapper<>(CausesView.NONE);
    private final ReadOnlyObjectWrapper<ChangeView> remedy = new ReadOnlyObjectWrapper<>(ChangeView.NONE);

    /** Explanations of what a source answers; an answer about a moment that is over is not shown. */
    Explanations(WalkSource source, Messages messages, Work work, ObservableValue<MomentView> moment) {
        this.source = source;
        this.messages = messages;
        this.work = work;
        this.moment = moment;
    }

    ReadOnlyObjectProperty<CausesView> causesProperty() {
        return causes.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChangeView> remedyProperty() {
        return remedy.getReadOnlyProperty();
    }

    /** Looks for a change so that what fails in a step does not, unless one was found. */
    void lookForRemedy(Grain grain, int step, MomentView asked) {
        if (!remedy.get().isPresent()) {
            work.aside(
                    messages.text("progress.remedy"),
                    () -> asked == moment.getValue() ? source.remedy(grain, step, messages) : NOTHING_TO_CHANGE,
                    found -> remedy.set(asked == moment.getValue() ? found : remedy.get()));
        }
    }

    /** Asks where a value that is shown at a step comes from. */
    void ask(WhyQuestion question, Grain grain, int step, MomentView asked) {
        work.run(
                messages.text("progress.why"),
                () -> asked == moment.getValue() ? source.causes(question, grain, step, messages) : NO_CAUSES,
                causes::set);
    }

    void forgetRemedy() {
        remedy.set(ChangeView.NONE);
    }

    void forgetCauses() {
        causes.set(CausesView.NONE);
    }
}

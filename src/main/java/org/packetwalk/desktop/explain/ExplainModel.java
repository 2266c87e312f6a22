package org.packetwalk.desktop.explain;

import javafx.beans.value.ObservableValue;

import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WhyView;

/** The reason of the current step. */
public final class ExplainModel {
    private final ObservableValue<WhyView> why;

    /** The reasons of a session. */
    public ExplainModel(SessionModel session) {
        why = session.momentProperty().map(moment -> moment.why());
    }

    /** The reason of the current step, {@link WhyView#NONE} without a step. */
    public ObservableValue<WhyView> why() {
        return why;
    }
}

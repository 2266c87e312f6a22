package org.packetwalk.desktop.presentation;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.packetwalk.desktop.model.MomentView;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.DiagramLayout;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;

/** What is presented: the command, the step and its sentence, and the stack without what only a reader needs. */
public final class PresentationModel {
    private final SessionModel session;
    private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");

    /** The presentation of a session. */
    public PresentationModel(SessionModel session) {
        this.session = session;
        session.positionProperty().subscribe(position -> show());
        session.labProperty().subscribe(lab -> show());
        session.consoleProperty().subscribe(console -> show());
        session.heldBackProperty().subscribe(held -> show());
    }

    private void show() {
        int position = session.position();
        boolean there = position >= 0 && position < session.steps().size();
        step.set(
                there
                        ? session.messages()
                                .text(
                                        "time.step-of",
                                        position + 1,
                                        session.steps().size())
                        : "");
        sentence.set(
                there
                        ? session.steps().get(position).sentence()
                        : session.messages()
                                .text(session.heldBackProperty().get() ? "predict.caption" : "canvas.empty"));
        command.set(session.consoleProperty().get().stream()
                .filter(entry -> entry.walked())
                .reduce((first, second) -> second)
                .map(entry -> "$ " + entry.command())
                .orElse("$ " + session.labProperty().get().command()));
    }

    /** The command whose walk is shown. */
    public ReadOnlyStringProperty commandProperty() {
        return command.getReadOnlyProperty();
    }

    /** Which step of how many. */
    public ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** The sentence of the step. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** The step the picture is of. */
    public ReadOnlyObjectProperty<MomentView> momentProperty() {
        return session.momentProperty();
    }

    /** The picture, laid out for a size. */
    public DiagramLayout layout(Size size) {
        return StackDiagram.layout(session.momentProperty().get().stack(), size, Density.PRESENTATION);
    }
}

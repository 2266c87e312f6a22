package org.packetwalk.desktop.lookup;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.LookupView;
import org.packetwalk.desktop.model.MomentView;
import org.packetwalk.desktop.model.Refusal;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WhatIf;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Subject;

/** The question to the routing tables that is shown: that of the current step, or one that was only typed. */
public final class LookupModel {
    private final SessionModel session;
    private final CommandModel command;
    private final WindowModel window;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<WhatIf> typed = new ReadOnlyObjectWrapper<>(WhatIf.NONE);
    private final ObservableValue<LookupView> shown;

    /** The lookups of a session; questions are put to the host the command bar names. */
    public LookupModel(SessionModel session, CommandModel command, WindowModel window) {
        this.session = session;
        this.command = command;
        this.window = window;
        ObservableValue<LookupView> walked = session.momentProperty().map(MomentView::lookup);
        shown = Bindings.createObjectBinding(
                () -> typed.get().view().isPresent() ? typed.get().view() : walked.getValue(), typed, walked);
        session.momentProperty().addListener(change -> forget());
        text.addListener(change -> typed.set(new WhatIf(typed.get().view(), Refusal.NONE)));
    }

    /** What is shown. */
    public ObservableValue<LookupView> shown() {
        return shown;
    }

    /** What is being typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** What came of the last typed question. */
    public ReadOnlyObjectProperty<WhatIf> typedProperty() {
        return typed.getReadOnlyProperty();
    }

    /** What the canvas shows. */
    public ObjectProperty<CanvasPicture> canvasProperty() {
        return window.canvasProperty();
    }

    /** Asks what is typed: before an address {@code ip route get} may be left out. Nothing is sent. */
    public void ask() {
        String line = text.get().strip();
        if (!line.isEmpty()) {
            String whole = Character.isDigit(line.charAt(0)) ? "ip route get " + line : line;
            WhatIf answer = session.ask(command.hostProperty().get(), whole);
            typed.set(answer);
        }
    }

    /** Asks since when a rule or a route of the lookup is there; the answer stands in the inspector, beside the stack. */
    public void askWhy(Subject subject) {
        if (session.explanations().ask(subject, shown.getValue().picture())) {
            if (window.canvasProperty().get().fillsWindow()) {
                window.canvasProperty().set(CanvasPicture.STACK);
            }
            window.tabProperty().set(InspectorTab.WHY);
        }
    }

    /** Comes back to the question of the current step. */
    public void forget() {
        typed.set(WhatIf.NONE);
    }

    /** Goes to the first step in which a table is asked. */
    public void toFirstLookup() {
        session.toFirstLookup();
    }
}

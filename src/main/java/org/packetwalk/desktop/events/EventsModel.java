package org.packetwalk.desktop.events;

import java.util.Optional;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import org.packetwalk.desktop.model.Breakpoints;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.filter.FilterCompletion;
import org.packetwalk.filter.FilterFault;
import org.packetwalk.filter.StepFilter;

/** The rows of the event list and their filter. */
public final class EventsModel {
    private final SessionModel session;
    private final WindowModel window;
    private final FilteredList<StepView> rows;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<StepView>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<FilterFault> fault = new ReadOnlyObjectWrapper<>(FilterFault.NONE);

    /** The event list of a session. */
    public EventsModel(SessionModel session, WindowModel window) {
        this.session = session;
        this.window = window;
        rows = new FilteredList<>(session.steps());
        filter.subscribe(this::read);
        session.positionProperty().subscribe(index -> current.set(step()));
    }

    private Optional<StepView> step() {
        int position = session.position();
        return position < 0 || position >= session.steps().size()
                ? Optional.empty()
                : Optional.of(session.steps().get(position));
    }

    /** While a filter is not understood, the rows of the one before stay. */
    private void read(String text) {
        StepFilter typed = StepFilter.read(text);
        fault.set(typed.fault());
        if (typed.understood()) {
            rows.setPredicate(text.isBlank() ? step -> true : step -> typed.accepts(step.facts()));
        }
    }

    /** The rows that pass the filter. */
    public ObservableList<StepView> rows() {
        return rows;
    }

    /** What is typed into the filter. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The current step, if there is one. */
    public ReadOnlyObjectProperty<Optional<StepView>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The names that can be completed in the filter. */
    public FilterCompletion.Vocabulary vocabulary() {
        return session.names().vocabulary();
    }

    /** Why the filter is not understood. */
    public ReadOnlyObjectProperty<FilterFault> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** The index of the current step among all steps, -1 if there is none. */
    public ReadOnlyIntegerProperty positionProperty() {
        return session.positionProperty();
    }

    /** Whether the end of the walk is held back until a prediction is answered. */
    public ObservableBooleanValue heldBack() {
        return session.heldBackProperty();
    }

    /** Whether there are steps that the filter hides all. */
    public boolean nothingFits() {
        return rows.isEmpty() && !session.steps().isEmpty();
    }

    /** Runs on to the step of a row. */
    public void runTo(StepView step) {
        window.runs().to(step.number() - 1);
    }

    /** Sets a breakpoint at the station of a row, or takes it away. */
    public void toggleBreakpoint(StepView step) {
        window.breakpoints().toggle(Breakpoints.expression(step));
    }

    /** Whether playing stops at the station of a row. */
    public boolean stopsAt(StepView step) {
        return window.breakpoints().has(Breakpoints.expression(step));
    }

    /** Goes to the step of a row. */
    public void choose(StepView step) {
        session.seek(step.number() - 1);
    }

    /** The row of the current step, -1 if it is hidden or there is none. */
    public int currentRow() {
        int position = session.position();
        return position < 0 ? -1 : rows.indexOf(session.steps().get(position));
    }
}

package org.packetwalk.desktop.timeline;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.Compared;
import org.packetwalk.desktop.model.ComparisonView;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.desktop.model.WindowModel;

/** What the time bar moves along: the steps of the walk or, while two walks are compared, the rows in which they stand. */
final class Course {
    private final SessionModel session;
    private final WindowModel window;
    private final Compared compared;
    private final ObservableList<StepView> steps = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(-1);

    Course(SessionModel session, WindowModel window, Compared compared) {
        this.session = session;
        this.window = window;
        this.compared = compared;
        session.steps().addListener((InvalidationListener) change -> cover());
        session.positionProperty().addListener(change -> stand());
        compared.viewProperty().addListener(change -> cover());
        compared.rowProperty().addListener(change -> stand());
        window.canvasProperty().addListener(change -> cover());
        window.accommodation().presentingProperty().addListener(change -> cover());
        cover();
    }

    /** Whether it is two walks. */
    boolean compares() {
        return window.canvasProperty().get() == CanvasPicture.COMPARE
                && !window.accommodation().presentingProperty().get()
                && compared.view().isPresent();
    }

    private void cover() {
        position.set(-1);
        steps.setAll(
                compares()
                        ? compared.view().rows().stream()
                                .map(ComparisonView.Row::step)
                                .toList()
                        : session.steps());
        stand();
    }

    private void stand() {
        int now = compares() ? compared.row() : session.position();
        position.set(now < steps.size() ? now : -1);
    }

    ObservableList<StepView> steps() {
        return steps;
    }

    ReadOnlyIntegerProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    int position() {
        return position.get();
    }

    StepView current() {
        return steps.get(position.get());
    }

    /** Goes to a step; beyond the ends is the first or the last one. */
    void seek(int index) {
        if (compares()) {
            compared.look(index);
        } else {
            session.seek(index);
        }
    }

    /** Whether the step that is stood at takes longer to be read. */
    boolean decides() {
        return compares()
                ? compared.row() == compared.view().first()
                : session.momentProperty().get().why().decides();
    }

    /** Such as "Step 4 of 28", empty without a walk. */
    ObservableStringValue stepText() {
        return Bindings.createStringBinding(() -> position.get() < 0 ? "" : text(), position, steps);
    }

    private String text() {
        return session.messages()
                .text(
                        compares() ? "compare.row-of" : "time.step-of",
                        compares() ? position.get() + 1 : current().number(),
                        steps.size());
    }

    /** The virtual time of the current step, or how many steps each of the two walks has; empty without a walk. */
    ObservableStringValue timeText() {
        return Bindings.createStringBinding(() -> position.get() < 0 ? "" : second(), position, steps);
    }

    private String second() {
        if (!compares()) {
            return current().time();
        }
        var rows = compared.view().rows();
        long one = rows.stream().filter(row -> row.one() >= 0).count();
        long other = rows.stream().filter(row -> row.other() >= 0).count();
        return session.messages().text("compare.steps", one, other);
    }
}

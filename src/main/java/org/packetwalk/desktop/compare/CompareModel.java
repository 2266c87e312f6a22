package org.packetwalk.desktop.compare;

import java.util.List;
import java.util.Optional;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

import org.packetwalk.desktop.model.BranchView;
import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.Compared;
import org.packetwalk.desktop.model.ComparisonView;
import org.packetwalk.desktop.model.OtherTrace;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.StackPicture;

/** The walk in view beside another: which, which row is looked at, and the next difference. */
public final class CompareModel {
    private final SessionModel session;
    private final CommandModel command;
    private final WindowModel window;
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final Compared compared;
    private Optional<OtherTrace> last = Optional.empty();
    private boolean recut;

    /** The comparisons of a session. */
    public CompareModel(SessionModel session, CommandModel command, WindowModel window, Compared compared) {
        this.session = session;
        this.compared = compared;
        this.command = command;
        this.window = window;
        session.steps().addListener((InvalidationListener) change -> forget());
        session.labProperty().addListener(change -> forget());
        window.canvasProperty().addListener((property, before, now) -> offer());
        session.grainProperty().addListener(change -> recut = compared.view().isPresent());
        session.positionProperty().addListener((property, before, now) -> again(now.intValue()));
    }

    /** The walk was cut more finely or less: the same two are compared again. */
    private void again(int position) {
        if (recut && position >= 0) {
            recut = false;
            last.ifPresent(this::put);
        }
    }

    /** The host of the other command. */
    public StringProperty hostProperty() {
        return host;
    }

    /** The other command. */
    public StringProperty textProperty() {
        return text;
    }

    /** The hosts of the lab. */
    public List<String> hosts() {
        return command.hosts();
    }

    /** What is compared. */
    public ReadOnlyObjectProperty<ComparisonView> comparisonProperty() {
        return compared.viewProperty();
    }

    /** The row that is looked at, -1 if none is. */
    public ReadOnlyIntegerProperty rowProperty() {
        return compared.rowProperty();
    }

    /** What the canvas shows. */
    public ObjectProperty<CanvasPicture> canvasProperty() {
        return window.canvasProperty();
    }

    /** Whether there are differences to go to. */
    public ObservableBooleanValue canGo() {
        return Bindings.createBooleanBinding(
                () -> compared.view().first() >= 0 && window.canvasProperty().get() == CanvasPicture.COMPARE,
                compared.viewProperty(),
                window.canvasProperty());
    }

    /** Branches one does not stand in. */
    public List<String> branches() {
        return session.document().branches().stream()
                .filter(branch -> !branch.current())
                .map(BranchView::name)
                .toList();
    }

    /** Runs the other command in a copy of the world, and compares. */
    public void traceBoth() {
        if (!text.get().isBlank()) {
            put(new OtherTrace(OtherTrace.Kind.COMMAND, host.get(), text.get().strip()));
        }
    }

    /** Compares with what happened in a branch. */
    public void compareWith(String branch) {
        put(new OtherTrace(OtherTrace.Kind.BRANCH, "", branch));
    }

    /** Looks at a row: both walks are shown there. */
    public void look(int index) {
        if (index >= 0) {
            compared.look(index);
        }
    }

    /** To the next difference. */
    public void next() {
        look(compared.view().difference(compared.row(), 1));
    }

    /** To the previous difference. */
    public void previous() {
        look(compared.view().difference(compared.row(), -1));
    }

    /** The picture of the walk in view at the row. */
    public StackPicture one() {
        int step = step(true);
        return step < 0 ? session.moment(0).stack() : session.moment(step).stack();
    }

    /** The picture of the other walk at the row. */
    public StackPicture other() {
        return session.otherPicture(Math.max(0, step(false)));
    }

    /** The step of one side at the row, or the last before it where it has a gap. */
    private int step(boolean first) {
        for (int i = compared.row(); i >= 0; i--) {
            ComparisonView.Row at = compared.view().rows().get(i);
            int step = first ? at.one() : at.other();
            if (step >= 0) {
                return step;
            }
        }
        return -1;
    }

    private void put(OtherTrace other) {
        last = Optional.of(other);
        session.compare(other, compared::show);
    }

    private void forget() {
        compared.forget();
    }

    private void offer() {
        if (host.get().isEmpty() || !hosts().contains(host.get())) {
            host.set(command.hostProperty().get());
        }
    }
}

package org.packetwalk.desktop.state;

import java.util.Set;
import java.util.TreeSet;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.StateView;
import org.packetwalk.desktop.model.StateView.Section;
import org.packetwalk.desktop.model.WhyQuestion;
import org.packetwalk.desktop.model.WindowModel;

/** The state of a host at the current step, listed only while somebody looks; which host, and which parts are open. */
public final class StateModel {
    private final SessionModel session;
    private final WindowModel window;
    private final ReadOnlyObjectWrapper<StateView> state = new ReadOnlyObjectWrapper<>(StateView.NONE);
    private final Set<String> folded = new TreeSet<>(Set.of("state.sysctls", "state.links", "state.addresses"));
    private String host = "";

    /** The state in a session. */
    public StateModel(SessionModel session, WindowModel window) {
        this.session = session;
        this.window = window;
        session.labProperty().addListener(change -> host = "");
        session.momentProperty().addListener(change -> renew());
        window.tabProperty().addListener(change -> renew());
        renew();
    }

    /** What is listed. */
    public ReadOnlyObjectProperty<StateView> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the walk is being played. */
    public ObservableBooleanValue playing() {
        return window.playingProperty();
    }

    /** Looks at a host until another lab is opened; with an empty name at the host of each step. */
    public void look(String at) {
        host = at;
        renew();
    }

    /** Whether a part is shown with its lines: what has changed always is. */
    public boolean open(Section section) {
        return !folded.contains(section.key()) || section.changes() > 0;
    }

    /** Opens or folds a part. */
    public void fold(Section section, boolean open) {
        if (open) {
            folded.remove(section.key());
        } else {
            folded.add(section.key());
        }
    }

    /** Asks since when a line has been there, and who made it. */
    public void askWhy(Section section, StateView.Line line) {
        session.askWhy(new WhyQuestion(
                line.text().strip(), section.command(), line.text(), state.get().host()));
        window.tabProperty().set(InspectorTab.WHY);
    }

    private void renew() {
        if (window.tabProperty().get() == InspectorTab.STATE
                && !session.labProperty().get().id().isEmpty()) {
            state.set(session.state(host));
        }
    }
}

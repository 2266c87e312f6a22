package org.packetwalk.desktop.model;

import java.util.List;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

/** The command that is being typed, and the host it is for. */
public final class CommandModel {
    private final SessionModel session;
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private String offered = "";

    /** The command line of a session. */
    public CommandModel(SessionModel session) {
        this.session = session;
        session.labProperty().subscribe(this::offer);
        text.subscribe(typed -> session.forgetRefusal());
        host.subscribe(chosen -> session.forgetRefusal());
    }

    /** The host. */
    public StringProperty hostProperty() {
        return host;
    }

    /** The command. */
    public StringProperty textProperty() {
        return text;
    }

    /** The hosts of the open lab. */
    public List<String> hosts() {
        return session.labProperty().get().hosts();
    }

    /** The open lab. */
    public ReadOnlyObjectProperty<LabView> labProperty() {
        return session.labProperty();
    }

    /** Why the last command was not run. */
    public ReadOnlyObjectProperty<Refusal> refusalProperty() {
        return session.refusalProperty();
    }

    /** Whether there is a command to run. */
    public ObservableBooleanValue canTrace() {
        return text.isNotEmpty();
    }

    /** Runs the command. */
    public void trace() {
        if (!text.get().isBlank()) {
            session.trace(host.get(), text.get().strip());
        }
    }

    /** A lab offers its command once, when it is opened; its hosts may be others later. */
    private void offer(LabView lab) {
        if (!lab.hosts().isEmpty()) {
            if (!lab.hosts().contains(host.get())) {
                host.set(lab.hosts().get(0));
            }
            if (!lab.id().equals(offered)) {
                text.set(lab.command());
            }
        }
        offered = lab.id();
    }
}

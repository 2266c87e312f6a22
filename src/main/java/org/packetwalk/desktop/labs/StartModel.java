package org.packetwalk.desktop.labs;

import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.LabCard;
import org.packetwalk.desktop.model.RecentView;
import org.packetwalk.desktop.model.Refusal;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.TableSetting;

/** The start screen: which lab a command would be typed in, how its tables are set up, and the ways into it. */
public final class StartModel {
    private final SessionModel session;
    private final CommandModel command;
    private List<LabCard> cards;
    private final ObjectProperty<TableSetting> tables = new SimpleObjectProperty<>(TableSetting.SHARED);
    private LabCard lab;

    /** The start screen of a session that has at least one lab. */
    public StartModel(SessionModel session, CommandModel command) {
        this.session = session;
        this.command = command;
        cards = session.opening().labs();
        lab = cards.get(0);
        tables.set(session.tablesProperty().get());
        session.atStartProperty().subscribe(shown -> cards = session.opening().labs());
        if (session.labProperty().get().id().isEmpty()) {
            command.hostProperty().set(lab.host());
            command.textProperty().set(lab.command());
        }
    }

    /** Whether the start screen is in view; whenever it comes into view its cards say how far one is. */
    public ReadOnlyBooleanProperty shownProperty() {
        return session.atStartProperty();
    }

    /** Whether a walk is in view. */
    public boolean isTraced() {
        return !session.atStartProperty().get() && !session.steps().isEmpty();
    }

    /** The labs. */
    public List<LabCard> cards() {
        return cards;
    }

    /** How many labs are done. */
    public int done() {
        return (int) cards.stream()
                .filter(card -> card.progress() == LabCard.Progress.DONE)
                .count();
    }

    /** Commands worth a try. */
    public List<String> suggestions() {
        return session.opening().suggestions();
    }

    /** Traces made before, the newest first. */
    public List<RecentView> recent() {
        return session.recent();
    }

    /** The command that is being typed. */
    public CommandModel command() {
        return command;
    }

    /** The hosts that can be named: those of the labs, each once. */
    public List<String> hosts() {
        return cards.stream().map(LabCard::host).distinct().toList();
    }

    /** How the tables of the next lab are set up. */
    public ObjectProperty<TableSetting> tablesProperty() {
        return tables;
    }

    /** Why the last command was not run. */
    public ReadOnlyObjectProperty<Refusal> refusalProperty() {
        return session.refusalProperty();
    }

    /** Opens a lab with its own command, ready to be traced. */
    public void open(LabCard card) {
        lab = card;
        session.open(card.id(), tables.get());
    }

    /** Traces the typed command on the lab that has its host. */
    public void trace() {
        String host = command.hostProperty().get();
        String text = command.textProperty().get();
        LabCard chosen = cards.stream()
                .filter(card -> card.host().equals(host) && card.command().equals(text))
                .findFirst()
                .or(() ->
                        cards.stream().filter(card -> card.host().equals(host)).findFirst())
                .orElse(lab);
        run(chosen, host, text);
    }

    /** Makes a trace again. */
    public void again(RecentView recent) {
        cards.stream()
                .filter(card -> card.id().equals(recent.lab()))
                .findFirst()
                .ifPresent(card -> run(card, recent.host(), recent.command()));
    }

    private void run(LabCard card, String host, String text) {
        lab = card;
        session.opening().open(card.id(), tables.get(), () -> {
            command.hostProperty().set(host);
            command.textProperty().set(text);
            command.trace();
        });
    }
}

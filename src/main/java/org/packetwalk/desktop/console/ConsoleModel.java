package org.packetwalk.desktop.console;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.packetwalk.desktop.model.ConsoleEntry;
import org.packetwalk.desktop.model.LabView;
import org.packetwalk.desktop.model.LogTab;
import org.packetwalk.desktop.model.Refusal;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;

/** The console: what was typed and printed on one host or on all, the prompt, and its history. */
public final class ConsoleModel {
    private final SessionModel session;
    private final WindowModel window;
    private final CommandCompletion completion = new CommandCompletion();
    private final ObservableList<ConsoleLine> lines = FXCollections.observableArrayList();
    private final ObservableList<String> hosts = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper all = new ReadOnlyBooleanWrapper(true);
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Refusal> refusal = new ReadOnlyObjectWrapper<>(Refusal.NONE);
    private final SortedMap<String, List<String>> history = new TreeMap<>();
    private int recalled;
    private String draft = "";

    /** The console of a session. */
    public ConsoleModel(SessionModel session, WindowModel window) {
        this.session = session;
        this.window = window;
        session.consoleProperty().subscribe(entries -> show());
        session.consoleProperty().addListener((property, before, now) -> answer(before, now));
        session.labProperty().subscribe(this::know);
        host.subscribe(chosen -> {
            recalled = 0;
            refusal.set(Refusal.NONE);
            show();
        });
        text.subscribe(typed -> refusal.set(Refusal.NONE));
    }

    /** The lines shown. */
    public ObservableList<ConsoleLine> lines() {
        return lines;
    }

    /** The hosts of the lab. */
    public ObservableList<String> hosts() {
        return hosts;
    }

    /** Whether the lines of all hosts are shown. */
    public ReadOnlyBooleanProperty allProperty() {
        return all.getReadOnlyProperty();
    }

    /** The host the next command is for, empty for the lab as a whole. */
    public StringProperty hostProperty() {
        return host;
    }

    /** What is typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** Why the last command was not run. */
    public ReadOnlyObjectProperty<Refusal> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Shows the lines of all hosts; what is typed next is still for one. */
    public void showAll() {
        all.set(true);
        show();
    }

    /** Shows the lines of one host alone, and types there. */
    public void showHost(String name) {
        all.set(false);
        host.set(name);
        show();
    }

    /** Runs what is typed. What is not run stays, to be corrected. */
    public void run() {
        String command = text.get().strip();
        if (command.isEmpty()) {
            return;
        }
        text.set("");
        run(command, () -> {});
    }

    private void run(String command, Runnable then) {
        session.run(host.get(), command, ran -> {
            if (ran.executed()) {
                remember(command);
                then.run();
            } else {
                text.set(command);
                refusal.set(ran.refusal());
            }
        });
    }

    private void remember(String command) {
        List<String> typed = history();
        typed.remove(command);
        typed.add(command);
        recalled = 0;
    }

    /** Takes in pasted text: each whole line is run, up to one that is refused; the rest is typed. */
    public void paste(String before, String pasted, String after) {
        String[] rows = (before + pasted).split("\\R", -1);
        Runnable next = () -> text.set(rows[rows.length - 1] + after);
        for (int i = rows.length - 2; i >= 0; i--) {
            String row = rows[i].strip();
            Runnable behind = next;
            if (!row.isEmpty()) {
                next = () -> run(row, behind);
            }
        }
        next.run();
    }

    /** Brings back an earlier command, or a later one. */
    public void recall(int by) {
        List<String> typed = history();
        int wanted = recalled + by;
        if (wanted < 0 || wanted > typed.size()) {
            return;
        }
        if (recalled == 0) {
            draft = text.get();
        }
        recalled = wanted;
        text.set(wanted == 0 ? draft : typed.get(typed.size() - wanted));
    }

    /** What can stand at the end of what is typed. */
    public CommandCompletion.Completion complete(String typed) {
        return completion.complete(typed, host.get(), session.names());
    }

    private List<String> history() {
        return history.computeIfAbsent(host.get(), name -> new ArrayList<>());
    }

    private void know(LabView lab) {
        if (!hosts.equals(lab.hosts())) {
            hosts.setAll(lab.hosts());
        }
        if (!host.get().isEmpty() && !hosts.contains(host.get()) || host.get().isEmpty() && all.get()) {
            host.set(hosts.isEmpty() ? "" : hosts.get(0));
        }
        if (!all.get() && !host.get().isEmpty() && !hosts.contains(host.get())) {
            showAll();
        }
    }

    /** A command that has only printed something, or only changed something, is answered here. */
    private void answer(List<ConsoleEntry> before, List<ConsoleEntry> now) {
        if (now.size() == before.size() + 1 && !now.get(now.size() - 1).walked()) {
            window.log().show(LogTab.CONSOLE);
        }
    }

    private void show() {
        List<ConsoleLine> shown = new ArrayList<>();
        for (ConsoleEntry entry : session.consoleProperty().get()) {
            if (all.get() || entry.host().equals(host.get())) {
                shown.add(new ConsoleLine(prompt(entry.host()), entry.command(), false, entry.later()));
                entry.output()
                        .lines()
                        .forEach(row -> shown.add(new ConsoleLine("", row, entry.failed(), entry.later())));
            }
        }
        if (!lines.equals(shown)) {
            lines.setAll(shown);
        }
    }

    private String prompt(String name) {
        return label(name) + " $";
    }

    /** What a host is called; the lab as a whole runs where the machine has begun. */
    public String label(String name) {
        return name.isEmpty() ? session.messages().text("console.init") : name;
    }

    /** The host of a name it is called by. */
    public String host(String label) {
        return label.equals(label("")) ? "" : label;
    }
}

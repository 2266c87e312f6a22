package org.packetwalk.desktop.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Building a lab by hand: each gesture composes the real command, shows it to be changed or run, and the command does what the
 * gesture meant. Nothing is changed in another way.
 */
public final class LabBuilder {
    private final SessionModel session;
    private final LabCommands commands;
    private final ObjectProperty<Selection> selected = new SimpleObjectProperty<>(Selection.NONE);
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.NONE);
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Refusal> refusal = new ReadOnlyObjectWrapper<>(Refusal.NONE);
    private Selection subject = Selection.NONE;

    /**
     * What a gesture is about.
     *
     * @param host its name, empty if nothing is selected
     * @param device of that host, empty if it is the host itself
     */
    public record Selection(String host, String device) {
        /** Nothing is selected. */
        public static final Selection NONE = new Selection("", "");

        /** Whether something is selected. */
        public boolean isPresent() {
            return !host.isEmpty();
        }

        /** Whether a device is. */
        public boolean isDevice() {
            return !device.isEmpty();
        }
    }

    /** What is being composed. */
    public enum Mode {
        /** Nothing. */
        NONE,
        /** A command. */
        COMMAND,
        /** The new name of what was selected. */
        NAME,
        /** The other end of a cable is to be chosen. */
        CABLE
    }

    /** Builds in a session. */
    public LabBuilder(SessionModel session) {
        this.session = session;
        this.commands = new LabCommands(session);
        text.subscribe(typed -> refusal.set(Refusal.NONE));
        session.labProperty().subscribe(lab -> forget());
    }

    /** What the next gesture is about. */
    public ObjectProperty<Selection> selectedProperty() {
        return selected;
    }

    /** What is being composed. */
    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /** The command that was composed, or the name that is typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** Why it was not run. */
    public ReadOnlyObjectProperty<Refusal> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** What is renamed or connected. */
    public Selection subject() {
        return subject;
    }

    /** Composes a new host. */
    public void addHost() {
        compose(commands.host(free("h", session.labProperty().get().hosts())));
    }

    /** Composes a bridge on the selected host; a selected device becomes its port. */
    public void addBridge() {
        Selection on = selected.get();
        if (on.isPresent()) {
            compose(commands.bridge(on.host(), on.device()));
        }
    }

    /** Composes an address for the selected device, or for the first device of the selected host that has none. */
    public void addAddress() {
        Selection on = selected.get();
        if (on.isPresent()) {
            compose(commands.address(on.host(), on.isDevice() ? on.device() : commands.deviceToAddress(on.host())));
        }
    }

    /** Begins a cable at the selected host; where one was begun, it ends at the selected host. */
    public void connect() {
        if (mode.get() == Mode.CABLE) {
            connectTo(selected.get().host());
        } else if (selected.get().isPresent()) {
            connectFrom(selected.get().host());
        }
    }

    /** Begins a cable at a host. */
    public void connectFrom(String host) {
        subject = new Selection(host, "");
        mode.set(Mode.CABLE);
    }

    /** Composes the cable that was begun. */
    public void connectTo(String host) {
        if (!host.isEmpty() && !host.equals(subject.host())) {
            compose(commands.cable(subject.host(), host));
        }
    }

    /** Asks for another name of what is selected. */
    public void rename() {
        if (selected.get().isPresent()) {
            subject = selected.get();
            refusal.set(Refusal.NONE);
            text.set(subject.isDevice() ? subject.device() : subject.host());
            mode.set(Mode.NAME);
        }
    }

    /** Composes what takes the selected host or device away. */
    public void delete() {
        Selection gone = selected.get();
        if (gone.isPresent()) {
            compose(
                    gone.isDevice()
                            ? "ip -n " + gone.host() + " link del " + gone.device()
                            : "ip netns del " + gone.host());
        }
    }

    /** The command a name that was typed leads to; empty if a whole host is renamed, which no command can. */
    public String renaming() {
        return mode.get() == Mode.NAME && subject.isDevice()
                ? commands.rename(subject.host(), subject.device(), text.get().strip())
                : "";
    }

    /** Puts a host at another place of the canvas, in logical pixels. */
    public void move(String host, double x, double y) {
        session.document().move(host, (int) Math.round(Math.max(0, x)), (int) Math.round(Math.max(0, y)));
    }

    /** Runs what was composed. */
    public void run() {
        switch (mode.get()) {
            case COMMAND -> execute(text.get().strip());
            case NAME -> {
                if (subject.isDevice()) {
                    execute(renaming());
                } else {
                    renameHost(text.get().strip());
                }
            }
            case NONE, CABLE -> cancel();
        }
    }

    private void came(Refusal failure) {
        if (failure.isPresent()) {
            refusal.set(failure);
        } else {
            cancel();
        }
    }

    /** Gives up what was composed. */
    public void cancel() {
        mode.set(Mode.NONE);
        text.set("");
        refusal.set(Refusal.NONE);
    }

    private void execute(String line) {
        if (line.isEmpty()) {
            cancel();
        } else {
            session.run("", line, ran -> came(ran.refusal()));
        }
    }

    /** A namespace cannot be renamed: the lab is set up anew with another name in its lines. */
    private void renameHost(String name) {
        Optional<String> wrong = commands.wrongName(name);
        if (wrong.isPresent()) {
            came(new Refusal(wrong.get(), 0, name.length()));
        } else {
            String source = session.document().scriptProperty().get().source();
            session.document().rewrite(HostRenaming.in(source, subject.host(), name), this::came);
        }
    }

    private void compose(String command) {
        if (!command.isEmpty()) {
            refusal.set(Refusal.NONE);
            text.set(command);
            mode.set(Mode.COMMAND);
        }
    }

    private void forget() {
        boolean there =
                session.labProperty().get().hosts().contains(selected.get().host());
        if (!there) {
            selected.set(Selection.NONE);
        }
    }

    /** The first name of a kind that is not taken: the kind and a number from 1. */
    static String free(String kind, List<String> taken) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> kind + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }
}

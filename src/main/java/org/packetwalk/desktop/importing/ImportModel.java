package org.packetwalk.desktop.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.importing.HostImport;
import org.packetwalk.importing.ImportNote;
import org.packetwalk.importing.ImportedHost;
import org.packetwalk.narrate.Messages;

/** What a host told, what of it is understood, and the lab that is made of it. */
public final class ImportModel {
    private static final String DESTINATION = "8.8.8.8";

    private final SessionModel session;
    private final CommandModel command;
    private final WindowModel window;
    private final HostCollector collector;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty destination = new SimpleStringProperty(DESTINATION);
    private final ObservableList<Note> notes = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final BooleanProperty destinationFits = new SimpleBooleanProperty(true);
    private ImportedHost imported = HostImport.of("");

    /**
     * A line that is not in the lab as it stood.
     *
     * @param line its number, 1 and up, 0 if it concerns no single line
     * @param sentence what became of it
     */
    public record Note(int line, String sentence) {}

    /** The import of a session. */
    public ImportModel(SessionModel session, CommandModel command, WindowModel window, HostCollector collector) {
        this.session = session;
        this.command = command;
        this.window = window;
        this.collector = collector;
        text.addListener(change -> forget());
        destination.subscribe(typed -> destinationFits.set(typed.strip().matches("[A-Za-z0-9][\\w.:%-]*|")));
    }

    /** The words of the window. */
    public Messages messages() {
        return session.messages();
    }

    /** Whether the sheet is asked for. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** What the host told. */
    public StringProperty textProperty() {
        return text;
    }

    /** Where a packet is to go when the lab is open; empty for none. */
    public StringProperty destinationProperty() {
        return destination;
    }

    /** The lines that are not in the lab, after reading. */
    public ObservableList<Note> notes() {
        return notes;
    }

    /** How much of it is understood, or why nothing was read. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Whether the text as it is now was read. */
    public ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Whether there is something to read, and the destination is one. */
    public BooleanBinding canRead() {
        return Bindings.createBooleanBinding(
                () -> !text.get().isBlank() && destinationFits.get(), text, destinationFits);
    }

    /** Whether this computer can be asked. */
    public boolean canAskThisComputer() {
        return collector.available();
    }

    /** Asks this computer; what it says becomes the text. */
    public void askThisComputer() {
        take(messages().text("import.computer"), () -> {
            try {
                return collector.collect();
            } catch (IOException fault) {
                throw new Unanswered(messages().text("import.unanswered", fault.getMessage()));
            }
        });
    }

    /** Reads the text from a file. */
    public void readFile(Path file) {
        take(String.valueOf(file.getFileName()), () -> {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(HostImport.MAXIMUM_SIZE + 1);
                if (bytes.length > HostImport.MAXIMUM_SIZE) {
                    throw new Unanswered(messages().text("import.too-large", HostImport.MAXIMUM_SIZE >> 20));
                }
                return new String(bytes, StandardCharsets.UTF_8);
            } catch (IOException fault) {
                throw new Unanswered(
                        messages().text("notice.not-opened", file.toString(), String.valueOf(fault.getMessage())));
            }
        });
    }

    private void take(String title, Supplier<String> source) {
        window.work()
                .<Runnable>run(
                        title,
                        () -> watch -> {
                            Runnable then;
                            try {
                                String said = source.get();
                                then = () -> text.set(said);
                            } catch (Unanswered fault) {
                                then = () -> summary.set(fault.getMessage());
                            }
                            Runnable taken = then;
                            return () -> taken;
                        },
                        Runnable::run);
    }

    /** Makes the lab, and opens it if every line is in it; else the lines that are not are shown first. */
    public void make(Runnable opened) {
        String said = text.get();
        window.work()
                .<ImportedHost>run(
                        messages().text("import.title"),
                        () -> watch -> {
                            ImportedHost host = HostImport.of(said);
                            return () -> host;
                        },
                        host -> made(host, opened));
    }

    private void made(ImportedHost host, Runnable opened) {
        imported = host;
        notes.setAll(host.notes().stream()
                .map(note -> new Note(note.line(), sentence(note)))
                .toList());
        summary.set(messages().text("import.summary", host.understood(), notes.size()));
        read.set(true);
        if (notes.isEmpty()) {
            open(opened);
        }
    }

    private String sentence(ImportNote note) {
        return messages().text(note.key(), note.line(), note.text(), note.detail());
    }

    /** Opens the lab that was made, and sends a packet to the destination if there is one. */
    public void open(Runnable opened) {
        String wanted = destination.get().strip();
        String host = imported.host().name();
        session.opening().openText("", imported.script(), refused -> {
            if (refused.isPresent()) {
                summary.set(refused.text());
                return;
            }
            command.hostProperty().set(host);
            if (!wanted.isEmpty()) {
                command.textProperty().set("ping -c1 -W1 " + wanted);
                command.trace();
            }
            opened.run();
        });
    }

    private void forget() {
        notes.clear();
        summary.set("");
        read.set(false);
    }

    /** The text could not be had; the message says why. */
    private static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unanswered(String message) {
            super(message);
        }
    }
}

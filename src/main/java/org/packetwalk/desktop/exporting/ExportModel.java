package org.packetwalk.desktop.exporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.Notice;
import org.packetwalk.desktop.model.Reopening;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.ExportFormat;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.ExportedFile;
import org.packetwalk.export.contract.ProgramVersion;
import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.export.json.TraceFile;
import org.packetwalk.export.json.TraceFormatException;
import org.packetwalk.export.pcapng.TappedDevices;
import org.packetwalk.narrate.Messages;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

/** The walk of the window as files: saved, drawn, and opened again; what came of it is said in the notification bar. */
public final class ExportModel {
    /** Packets of all devices are saved. */
    static final String EVERY_DEVICE = "";

    private static final int PREVIEW_LINES = 80;

    private final SessionModel session;
    private final CommandModel command;
    private final WindowModel window;
    private final Supplier<Drawing> canvas;
    private final ObservableBooleanValue anySteps;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final StringProperty device = new SimpleStringProperty(EVERY_DEVICE);
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(Preview.NONE);

    /** The files of a session; {@code canvas} draws what the canvas shows. */
    public ExportModel(SessionModel session, CommandModel command, WindowModel window, Supplier<Drawing> canvas) {
        this.session = session;
        this.command = command;
        this.window = window;
        this.canvas = canvas;
        anySteps = Bindings.isNotEmpty(session.steps());
    }

    /** Whether there is a walk. */
    public ObservableBooleanValue anySteps() {
        return anySteps;
    }

    /** Whether the sheet of all formats is asked for. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** The format that is chosen; it is remembered. */
    public ObjectProperty<ExportFormat> formatProperty() {
        return window.export().formatProperty();
    }

    /** The colours of pictures; they are remembered. */
    public ObjectProperty<Theme> themeProperty() {
        return window.export().themeProperty();
    }

    /** The device whose packets are saved, {@link #EVERY_DEVICE} for all. */
    StringProperty deviceProperty() {
        return device;
    }

    /** The devices that have seen packets of the walk. */
    List<String> devices() {
        return session.saved().map(saved -> TappedDevices.of(saved.trace())).orElse(List.of());
    }

    /** What the file will look like, after {@link #look}. */
    public ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Looks at what the chosen format will make of the walk; it is made beside the window. */
    public void look() {
        ExportFormat format = formatProperty().get();
        if (hidden(format)) {
            preview.set(new Preview(new byte[0], messages().text("predict.first")));
            return;
        }
        if (format == ExportFormat.PCAPNG) {
            preview.set(new Preview(new byte[0], packets()));
            return;
        }
        walk().ifPresent(walk -> window.work()
                .run(
                        messages().text("export.title"),
                        () -> watch -> {
                            Preview made = preview(format, walk.preview());
                            return () -> made;
                        },
                        preview::set));
    }

    /** Whether a format tells more than what is in view while a prediction is open. */
    private boolean hidden(ExportFormat format) {
        return session.heldBackProperty().get() && format != ExportFormat.PNG && format != ExportFormat.SVG;
    }

    private Optional<WalkNow> walk() {
        return session.saved()
                .map(saved ->
                        WalkNow.of(session, saved, canvas.get(), themeProperty().get()));
    }

    /** The packets as tcpdump prints them. */
    private String packets() {
        return session.captured().stream()
                .filter(line -> isChosen(line.host() + "/" + line.device()))
                .limit(PREVIEW_LINES)
                .map(line -> line.time() + "  " + line.host() + "/" + line.device() + "  " + line.text())
                .collect(Collectors.joining("\n"));
    }

    private boolean isChosen(String name) {
        return device.get().equals(EVERY_DEVICE) || device.get().equals(name);
    }

    private static Preview preview(ExportFormat format, ExportRequest request) {
        boolean words = format == ExportFormat.MARKDOWN || format == ExportFormat.TEXT || format == ExportFormat.JSON;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            (words ? format : ExportFormat.PNG).exporter().write(request, bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException("Writing to memory cannot fail", fault);
        }
        if (!words) {
            return new Preview(bytes.toByteArray(), "");
        }
        return new Preview(
                new byte[0],
                bytes.toString(StandardCharsets.UTF_8)
                        .lines()
                        .limit(PREVIEW_LINES)
                        .collect(Collectors.joining("\n")));
    }

    /** The words of the window. */
    public Messages messages() {
        return session.messages();
    }

    /** The folder that was used last, empty if none was. */
    public String folder() {
        return window.folderProperty().get();
    }

    /** How a file of the walk is called, if there is a walk. */
    public Optional<String> fileName(ExportFormat format) {
        return session.saved().map(saved -> format.fileName(saved.trace().command(), number()));
    }

    /** Writes the walk to a file, beside the window; what is there already stays if that cannot be done or is stopped. */
    public void save(ExportFormat format, Path file) {
        remember(file);
        if (hidden(format)) {
            say("predict.first");
            return;
        }
        String chosen = device.get();
        walk().ifPresent(walk -> window.work()
                .run(
                        messages().text("export.saving", String.valueOf(file.getFileName())),
                        () -> watch -> {
                            ExportRequest all = walk.request(watch);
                            boolean one = format == ExportFormat.PCAPNG
                                    && TappedDevices.of(all.trace()).contains(chosen);
                            ExportRequest request =
                                    one ? all.about(TappedDevices.only(all.trace(), List.of(chosen))) : all;
                            Runnable said = write(format, request, file);
                            return () -> said;
                        },
                        Runnable::run));
    }

    /** Writes a file; what is to be said then. */
    private Runnable write(ExportFormat format, ExportRequest request, Path file) {
        try {
            ExportedFile.write(file, request, (asked, out) -> {
                format.exporter().write(asked, out);
                // whoever has stopped it in the meantime gets no file
                asked.trace().events().stream().limit(1).forEach(asked.watch());
            });
            return () -> say("notice.saved", file);
        } catch (IOException fault) {
            return () -> say("notice.not-saved", file, fault);
        }
    }

    /** Draws the picture of the step beside the window and gives its bytes, those of a PNG; nothing if there is no walk. */
    public void picture(Consumer<byte[]> then) {
        walk().ifPresent(walk -> window.work()
                .run(
                        messages().text("export.copy"),
                        () -> watch -> {
                            byte[] bytes = png(walk.preview());
                            return () -> bytes;
                        },
                        bytes -> {
                            then.accept(bytes);
                            say("notice.copied");
                        }));
    }

    private static byte[] png(ExportRequest request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ExportFormat.PNG.exporter().write(request, bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException("Writing to memory cannot fail", fault);
        }
        return bytes.toByteArray();
    }

    /** Opens a saved trace, beside the window since it may be large; what is none leaves everything as it is. */
    public void open(Path file) {
        remember(file);
        window.work()
                .run(
                        String.valueOf(file.getFileName()),
                        () -> watch -> {
                            Runnable shown = read(file, watch);
                            return () -> shown;
                        },
                        Runnable::run);
    }

    /** Reads a file; what to do with it then. */
    private Runnable read(Path file, SnapshotSink watch) {
        try (InputStream in = Files.newInputStream(file)) {
            SavedTrace saved = TraceFile.read(
                    in, ProgramVersion.current(), event -> watch.accept(new Snapshot(World.EMPTY, event)));
            return () -> show(saved, file);
        } catch (TraceFormatException fault) {
            return () -> window.say(Notice.of(fault.text(messages(), String.valueOf(file.getFileName()))));
        } catch (IOException fault) {
            return () -> say("notice.not-opened", file, fault);
        }
    }

    private void show(SavedTrace saved, Path file) {
        session.opening().reopen(saved, outcome -> shown(outcome, saved, file));
    }

    private void shown(Reopening outcome, SavedTrace saved, Path file) {
        if (outcome == Reopening.REFUSED) {
            say("trace-file.refused", file.getFileName(), messages().text("trace-file.contradictory"));
            return;
        }
        command.hostProperty().set(saved.trace().host());
        command.textProperty().set(saved.trace().command());
        if (outcome == Reopening.FROM_THE_FILE) {
            say("notice.from-file", saved.savedBy());
        } else {
            window.dismiss();
        }
    }

    private int number() {
        return Math.max(0, session.position()) + 1;
    }

    private void remember(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        window.folderProperty().set(String.valueOf(folder));
    }

    private void say(String key, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = String.valueOf(arguments[i]);
        }
        window.say(Notice.of(messages().text(key, words)));
    }
}

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
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.Notice;
import org.packetwalk.desktop.model.Reopening;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.ExportFormat;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.ExportedFile;
import org.packetwalk.export.contract.ExportedWalk;
import org.packetwalk.export.contract.ProgramVersion;
import org.packetwalk.export.contract.SnapshotCaption;
import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.export.json.TraceFile;
import org.packetwalk.export.json.TraceFormatException;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.Steps;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

/** The walk of the window as files: saved, drawn, and opened again; what came of it is said in the notification bar. */
public final class ExportModel {
    private static final int PREVIEW_LINES = 80;

    private final SessionModel session;
    private final CommandModel command;
    private final WindowModel window;
    private final Supplier<Drawing> canvas;
    private final ObservableBooleanValue anySteps;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
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

    /** What the file will look like, after {@link #look}. */
    public ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Looks at what the chosen format will make of the walk; it is made beside the window. */
    public void look() {
        ExportFormat format = formatProperty().get();
        session.saved().ifPresent(saved -> {
            ExportRequest request = requestOfThisStep(saved);
            window.work()
                    .run(
                            messages().text("export.title"),
                            () -> watch -> {
                                Preview made = preview(format, request);
                                return () -> made;
                            },
                            preview::set);
        });
    }

    private static Preview preview(ExportFormat format, ExportRequest request) {
        boolean words = format == ExportFormat.MARKDOWN || format == ExportFormat.TEXT || format == ExportFormat.JSON;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            (words ? format : format == ExportFormat.PCAPNG ? ExportFormat.TEXT : ExportFormat.PNG)
                    .exporter()
                    .write(request, bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException("Writing to memory cannot fail", fault);
        }
        if (!words && format != ExportFormat.PCAPNG) {
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

    /** Writes the walk to a file; what is there already stays if that cannot be done. */
    public void save(ExportFormat format, Path file) {
        remember(file);
        session.saved().ifPresent(saved -> {
            try {
                ExportedFile.write(file, request(saved), format.exporter());
                say("notice.saved", file);
            } catch (IOException fault) {
                say("notice.not-saved", file, fault);
            }
        });
    }

    /** The picture of the step as bytes of a PNG, empty if there is no walk. */
    public byte[] picture() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        session.saved().ifPresent(saved -> {
            try {
                ExportFormat.PNG.exporter().write(request(saved), bytes);
                say("notice.copied");
            } catch (IOException fault) {
                throw new UncheckedIOException("Writing to memory cannot fail", fault);
            }
        });
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
        session.reopen(saved, outcome -> shown(outcome, saved, file));
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

    /** A request whose only picture is that of the present step, drawn now. */
    private ExportRequest requestOfThisStep(SavedTrace saved) {
        List<Step> steps =
                Steps.of(saved.trace().events(), session.grainProperty().get());
        Drawing drawing = canvas.get();
        Caption caption = caption(saved, number());
        ExportedWalk walk = new ExportedWalk(steps, number() - 1, step -> drawing, step -> caption);
        return new ExportRequest(
                saved.savedBy(),
                saved.labText(),
                saved.trace(),
                walk,
                themeProperty().get(),
                messages());
    }

    private ExportRequest request(SavedTrace saved) {
        List<Step> steps =
                Steps.of(saved.trace().events(), session.grainProperty().get());
        ExportedWalk walk = new ExportedWalk(
                steps, number() - 1, step -> picture(step.number()), step -> caption(saved, step.number()));
        return new ExportRequest(
                saved.savedBy(),
                saved.labText(),
                saved.trace(),
                walk,
                themeProperty().get(),
                messages());
    }

    /** The step that is shown looks as on the canvas, the others as in the stack view. */
    private Drawing picture(int number) {
        return number == number()
                ? canvas.get()
                : StackDiagram.layout(session.moment(number - 1).stack(), ExportRequest.PICTURE, Density.REGULAR)
                        .drawing();
    }

    private Caption caption(SavedTrace saved, int number) {
        return SnapshotCaption.of(
                saved.trace().command(),
                number,
                session.steps().size(),
                session.steps().get(number - 1).sentence(),
                session.labProperty().get().title(),
                tables(),
                messages());
    }

    private SnapshotCaption.Tables tables() {
        StackPicture picture = session.momentProperty().get().stack();
        if (picture.hosts().isEmpty()) {
            return SnapshotCaption.Tables.UNKNOWN;
        }
        boolean shared = picture.hosts().stream()
                .flatMap(host -> host.tables().stream())
                .anyMatch(StackPicture.TableView::shared);
        return shared ? SnapshotCaption.Tables.SHARED : SnapshotCaption.Tables.SEPARATE;
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

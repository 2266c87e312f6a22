package org.packetwalk.desktop.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import org.packetwalk.desktop.capture.CaptureController;
import org.packetwalk.desktop.capture.CaptureDevicesController;
import org.packetwalk.desktop.capture.CaptureModel;
import org.packetwalk.desktop.command.CommandController;
import org.packetwalk.desktop.compare.CompareController;
import org.packetwalk.desktop.compare.CompareModel;
import org.packetwalk.desktop.console.ConsoleController;
import org.packetwalk.desktop.console.ConsoleHostsController;
import org.packetwalk.desktop.console.ConsoleModel;
import org.packetwalk.desktop.control.Parts;
import org.packetwalk.desktop.events.EventLineController;
import org.packetwalk.desktop.events.EventsController;
import org.packetwalk.desktop.events.EventsFilterController;
import org.packetwalk.desktop.events.EventsModel;
import org.packetwalk.desktop.explain.ExplainController;
import org.packetwalk.desktop.explain.ExplainModel;
import org.packetwalk.desktop.exporting.ExportController;
import org.packetwalk.desktop.exporting.ExportModel;
import org.packetwalk.desktop.exporting.ExportVerbs;
import org.packetwalk.desktop.exporting.FileDialogs;
import org.packetwalk.desktop.exporting.LabDocuments;
import org.packetwalk.desktop.importing.ImportModel;
import org.packetwalk.desktop.importing.SystemHostCollector;
import org.packetwalk.desktop.inspector.InspectorController;
import org.packetwalk.desktop.inspector.InspectorModel;
import org.packetwalk.desktop.labs.StartController;
import org.packetwalk.desktop.labs.StartModel;
import org.packetwalk.desktop.layers.LayersController;
import org.packetwalk.desktop.layers.LayersModel;
import org.packetwalk.desktop.lesson.LessonController;
import org.packetwalk.desktop.lesson.LessonModel;
import org.packetwalk.desktop.lesson.PredictController;
import org.packetwalk.desktop.log.LogController;
import org.packetwalk.desktop.lookup.LookupController;
import org.packetwalk.desktop.lookup.LookupModel;
import org.packetwalk.desktop.lookup.LookupTabController;
import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.Compared;
import org.packetwalk.desktop.model.LabBuilder;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WalkSource;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.notes.NotesController;
import org.packetwalk.desktop.notes.NotesModel;
import org.packetwalk.desktop.notes.NotesToolsController;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.presentation.PresentationController;
import org.packetwalk.desktop.presentation.PresentationModel;
import org.packetwalk.desktop.progress.ProgressController;
import org.packetwalk.desktop.state.StateController;
import org.packetwalk.desktop.state.StateModel;
import org.packetwalk.desktop.timeline.TimelineController;
import org.packetwalk.desktop.timeline.TimelineModel;
import org.packetwalk.desktop.topology.ComposerController;
import org.packetwalk.desktop.topology.ToolsController;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.narrate.Messages;

/**
 * The content of a window in one language: all models and controllers are made here and nowhere else. Another language is
 * another composition over the same source, and the one before is dropped as a whole.
 */
public final class Composition {
    private final Messages messages;
    private final SessionModel session;
    private final CommandModel command;
    private final TimelineModel timeline;
    private final LayersModel layers;
    private final InspectorModel inspector;
    private final LabBuilder builder;
    private final EventsModel events;
    private final ConsoleModel console;
    private final LookupModel lookup;
    private final CompareModel compare;
    private final ExportVerbs files;
    private final CaptureModel capture;
    private final NotesModel notes;
    private final ImportModel importing;
    private final LessonModel lesson;
    private final Parts parts = new Parts(this::load);
    private final Map<Class<?>, Supplier<Object>> controllers = new LinkedHashMap<>();

    /** The content that shows a source; {@code dialogs} ask for files. */
    public Composition(WalkSource source, WindowModel window, Fonts fonts, Messages messages, FileDialogs dialogs) {
        this.messages = messages;
        session = new SessionModel(source, messages, window.work());
        command = new CommandModel(session);
        Compared compared = new Compared();
        timeline = new TimelineModel(session, window, compared);
        layers = new LayersModel(session, window);
        builder = new LabBuilder(session);
        compare = new CompareModel(session, command, window, compared);
        lookup = new LookupModel(session, command, window);
        lesson = new LessonModel(session, window);
        StartModel start = new StartModel(session, command);
        events = new EventsModel(session, window);
        console = new ConsoleModel(session, window);
        capture = new CaptureModel(session, window);
        ExplainModel explain = new ExplainModel(session);
        inspector = new InspectorModel(session);
        StateModel state = new StateModel(session, window);
        files = new ExportVerbs(
                new ExportModel(session, command, window, this::picture), new LabDocuments(session, window), dialogs);
        session.opening().onLeave(files::leave);

        importing = new ImportModel(session, command, window, new SystemHostCollector());

        controllers.put(WindowController.class, () -> new WindowController(session, window, parts, messages));
        controllers.put(ProgressController.class, () -> new ProgressController(window, messages));
        controllers.put(CommandController.class, () -> new CommandController(session, command, window, messages));
        controllers.put(
                LayersController.class, () -> new LayersController(layers, builder, window, parts, fonts, messages));
        controllers.put(ExplainController.class, () -> new ExplainController(explain, window, messages));
        controllers.put(StateController.class, () -> new StateController(state, messages));
        controllers.put(InspectorController.class, () -> new InspectorController(inspector, window, messages));
        controllers.put(CompareController.class, () -> new CompareController(compare, window, fonts, messages));
        controllers.put(LookupController.class, () -> new LookupController(lookup, window, fonts, messages));
        controllers.put(LookupTabController.class, () -> new LookupTabController(lookup, window, fonts, messages));
        controllers.put(TimelineController.class, () -> new TimelineController(timeline, window, messages));
        controllers.put(
                PresentationController.class,
                () -> new PresentationController(
                        new PresentationModel(session),
                        window,
                        new PresentationController.Transport(timeline::stepBack, timeline::togglePlay, () -> {
                            timeline.pause();
                            timeline.step();
                        }),
                        fonts,
                        messages));
        controllers.put(ToolsController.class, () -> new ToolsController(builder, window));
        controllers.put(ComposerController.class, () -> new ComposerController(builder, window, messages));
        controllers.put(LessonController.class, () -> new LessonController(lesson, window, messages));
        controllers.put(PredictController.class, () -> new PredictController(lesson, messages));
        controllers.put(LogController.class, () -> new LogController(window, parts, messages));
        controllers.put(EventsController.class, () -> new EventsController(events, window, messages));
        controllers.put(EventsFilterController.class, () -> new EventsFilterController(events, messages));
        controllers.put(EventLineController.class, () -> new EventLineController(events));
        controllers.put(ConsoleController.class, () -> new ConsoleController(console, messages));
        controllers.put(ConsoleHostsController.class, () -> new ConsoleHostsController(console, messages));
        controllers.put(CaptureController.class, () -> new CaptureController(capture, this::layBeside, messages));
        notes = new NotesModel(session, window);
        controllers.put(NotesController.class, () -> new NotesController(notes, session, messages));
        controllers.put(NotesToolsController.class, () -> new NotesToolsController(notes));
        controllers.put(CaptureDevicesController.class, () -> new CaptureDevicesController(capture, messages));
        controllers.put(
                StartController.class,
                () -> new StartController(
                        start,
                        window,
                        messages,
                        new StartController.Files(
                                files::open,
                                files::newLab,
                                files::open,
                                () -> importing.wantedProperty().set(true))));
        controllers.put(ExportController.class, () -> new ExportController(files, messages));
    }

    /** The session as it is shown. */
    public SessionModel session() {
        return session;
    }

    /** The command that is being typed. */
    public CommandModel command() {
        return command;
    }

    /** The time bar. */
    public TimelineModel timeline() {
        return timeline;
    }

    /** The canvas. */
    public LayersModel layers() {
        return layers;
    }

    /** The lesson of the open lab. */
    public LessonModel lesson() {
        return lesson;
    }

    /** Two walks beside each other. */
    public CompareModel compare() {
        return compare;
    }

    /** The route lookup. */
    public LookupModel lookup() {
        return lookup;
    }

    /** The packet panel. */
    public InspectorModel inspector() {
        return inspector;
    }

    /** Building by hand. */
    public LabBuilder builder() {
        return builder;
    }

    /** The event list. */
    public EventsModel events() {
        return events;
    }

    /** The steps that are kept. */
    public NotesModel notes() {
        return notes;
    }

    /** The console. */
    public ConsoleModel console() {
        return console;
    }

    /** What can be done with files. */
    public ExportVerbs files() {
        return files;
    }

    /** A real host as a lab. */
    public ImportModel importing() {
        return importing;
    }

    /** Asks for a real capture and lays it beside the walk. */
    public void layBeside() {
        files.other("capture.beside").ifPresent(capture::layBeside);
    }

    /** What the canvas shows, in the size of exported pictures. */
    private Drawing picture() {
        return layers.layout(ExportRequest.PICTURE, Density.REGULAR).drawing();
    }

    /** Loads the views and gives each its controller. */
    public Parent load() {
        return load("app/WindowView.fxml");
    }

    /** What is made later than the window. */
    Parts parts() {
        return parts;
    }

    private Parent load(String view) {
        FXMLLoader loader = new FXMLLoader(
                Composition.class.getResource("/org/packetwalk/desktop/" + view), new MessagesBundle(messages));
        loader.setControllerFactory(this::controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Object controller(Class<?> type) {
        Supplier<Object> supplier = controllers.get(type);
        if (supplier == null) {
            throw new IllegalArgumentException(type + " is not made by the composition.");
        }
        return supplier.get();
    }
}

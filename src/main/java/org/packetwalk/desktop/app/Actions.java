package org.packetwalk.desktop.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.packetwalk.desktop.action.Action;
import org.packetwalk.desktop.exporting.ExportVerbs;
import org.packetwalk.desktop.layers.LayersModel;
import org.packetwalk.desktop.lesson.LessonModel;
import org.packetwalk.desktop.model.Accommodation;
import org.packetwalk.desktop.model.Busy;
import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.LabBuilder;
import org.packetwalk.desktop.model.LogState;
import org.packetwalk.desktop.model.LogTab;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.timeline.TimelineModel;
import org.packetwalk.export.ExportFormat;

/** All verbs of the window in one list: the keyboard, and whatever lists the keys, is made from it. */
final class Actions {
    private static final double STEP = 60;
    private static final double GRID = 20;
    private static final double ZOOM = 1.25;
    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    private final List<Action> all = new ArrayList<>();

    /** What moves the focus, and what lies above the window. */
    record Frame(FocusRegions regions, Overlay overlay) {}

    /** The verbs of a window with this content. */
    Actions(Composition content, WindowModel window, Frame frame) {
        SessionModel session = content.session();
        time(content.timeline(), content.layers());
        canvas(content.layers(), session);
        topology(content.layers(), content.builder(), window);
        single("compare.next", content.compare().canGo(), content.compare()::next, "N");
        single("compare.previous", content.compare().canGo(), content.compare()::previous, "Shift+N");
        single("edit.undo", session.document().canUndo(), session.document()::undo, "Shortcut+Z");
        single("edit.redo", session.document().canRedo(), session.document()::redo, "Shortcut+Shift+Z");
        always(
                "time.stop",
                window.busyProperty().isNotEqualTo(Busy.NOT),
                () -> window.busyProperty().get().stop().run(),
                "Shortcut+Period");
        inspector(window);
        lesson(content.lesson());
        log(window.log(), frame.regions());
        single("log.pin", content.notes().canPin(), content.notes()::pin, "M");
        always("log.capture.beside", session.atStartProperty().not(), content::layBeside);
        bar(content, window, frame.regions());
        files(content.files(), session);
        always(
                "start.import",
                ALWAYS,
                () -> content.importing().wantedProperty().set(true),
                "Shortcut+I");
        view(content.timeline(), window, frame.overlay());
        help(frame.overlay());
    }

    /** At the focused part of the picture; where none has the focus, at the station of the current step. */
    private static void breakpoint(TimelineModel time, LayersModel canvas) {
        if (!canvas.toggleFocusedBreakpoint()) {
            time.toggleBreakpoint();
        }
    }

    private void time(TimelineModel time, LayersModel canvas) {
        ObservableBooleanValue back = time.canGoBack();
        ObservableBooleanValue on = time.canGoOn();
        single("time.play", time.anySteps(), time::togglePlay, "Space");
        single("time.step", on, () -> paused(time, time::step), "Right");
        single("time.step.back", back, time::stepBack, "Left");
        single("time.over", on, () -> paused(time, time::stepOver), "Shift+Right");
        single("time.over.back", back, () -> paused(time, time::stepOverBack), "Shift+Left");
        single("time.start", back, time::toStart, "Home");
        single("time.end", on, time::toEnd, "End");
        single("time.breakpoint", time.anySteps(), () -> breakpoint(time, canvas), "B");
        single("time.breakpoint.next", on, time::runToNext, "Shortcut+Right");
        single("time.slower", ALWAYS, time::slower, "Open Bracket");
        single("time.faster", ALWAYS, time::faster, "Close Bracket");
        single("time.grain", ALWAYS, time::nextGrain, "L");
    }

    private void canvas(LayersModel canvas, SessionModel session) {
        ObservableBooleanValue open = session.atStartProperty().not();
        always("canvas.view.topology", open, () -> canvas.pictureProperty().set(CanvasPicture.TOPOLOGY), "Shortcut+1");
        always("canvas.view.stack", open, () -> canvas.pictureProperty().set(CanvasPicture.STACK), "Shortcut+2");
        always("canvas.view.route", open, () -> canvas.pictureProperty().set(CanvasPicture.ROUTE), "Shortcut+3");
        always("canvas.view.compare", open, () -> canvas.pictureProperty().set(CanvasPicture.COMPARE), "Shortcut+4");
        on(session.atStartProperty().not(), "time.run-to", canvas::runToFocused, "R");
        onCanvas("canvas.focus.next", () -> canvas.moveFocus(1), "Down");
        onCanvas("canvas.focus.previous", () -> canvas.moveFocus(-1), "Up");
    }

    private void topology(LayersModel canvas, LabBuilder builder, WindowModel window) {
        BooleanBinding there = window.canvasProperty().isEqualTo(CanvasPicture.TOPOLOGY);
        BooleanBinding chosen = there.and(Bindings.createBooleanBinding(
                () -> builder.selectedProperty().get().isPresent(), builder.selectedProperty()));
        single("topology.add.host", there, builder::addHost, "Insert", "H");
        on(chosen, "topology.add.cable", builder::connect, "C");
        on(chosen, "topology.add.bridge", builder::addBridge, "Shift+B");
        on(chosen, "topology.add.address", builder::addAddress, "A");
        on(chosen, "topology.rename", builder::rename, "F2");
        on(chosen, "topology.delete", builder::delete, "Delete");
        on(chosen, "topology.move.left", () -> canvas.moveHost(-GRID, 0), "Alt+Left");
        on(chosen, "topology.move.right", () -> canvas.moveHost(GRID, 0), "Alt+Right");
        on(chosen, "topology.move.up", () -> canvas.moveHost(0, -GRID), "Alt+Up");
        on(chosen, "topology.move.down", () -> canvas.moveHost(0, GRID), "Alt+Down");
        single("topology.zoom.in", there, () -> canvas.look().zoom(ZOOM), "Equals", "Add");
        single("topology.zoom.out", there, () -> canvas.look().zoom(1 / ZOOM), "Minus", "Subtract");
        single("topology.fit", there, () -> canvas.look().fit(), "0", "Numpad 0");
    }

    private void inspector(WindowModel window) {
        always("inspector.tab.why", ALWAYS, () -> window.tabProperty().set(InspectorTab.WHY), "Alt+1");
        always("inspector.tab.route", ALWAYS, () -> window.tabProperty().set(InspectorTab.ROUTE), "Alt+2");
        always("inspector.tab.packet", ALWAYS, () -> window.tabProperty().set(InspectorTab.PACKET), "Alt+3");
        always("inspector.tab.state", ALWAYS, () -> window.tabProperty().set(InspectorTab.STATE), "Alt+4");
    }

    private void lesson(LessonModel lesson) {
        always("lesson.toggle", lesson.there(), lesson::toggle, "F4");
        always("lesson.next.action", lesson.shown(), lesson::next, "Alt+Page_Down");
        always("lesson.back.action", lesson.shown(), lesson::back, "Alt+Page_Up");
        single("lesson.predict.action", lesson.canPredict(), lesson::predict, "P");
        always("lesson.restart", lesson.shown(), lesson::restart);
    }

    private void log(LogState log, FocusRegions regions) {
        always("log.filter", ALWAYS, () -> toLog(log, LogTab.EVENTS, regions::toFilter), "Shortcut+F");
        always("log.tab.events", ALWAYS, () -> log.show(LogTab.EVENTS));
        always("log.tab.console", ALWAYS, () -> toLog(log, LogTab.CONSOLE, regions::toConsole), "Shortcut+J");
        always("log.tab.capture", ALWAYS, () -> log.show(LogTab.CAPTURE));
        always("log.tab.notes", ALWAYS, () -> log.show(LogTab.NOTES));
        always("log.beside", ALWAYS, log::toggleSplit, "Shortcut+Shift+J");
        always("log.higher", ALWAYS, () -> log.resize(regions.heightOfLog(), STEP), "Shortcut+Shift+Up");
        always("log.lower", ALWAYS, () -> log.resize(regions.heightOfLog(), -STEP), "Shortcut+Shift+Down");
    }

    private static void toLog(LogState log, LogTab tab, Runnable focus) {
        log.show(tab);
        focus.run();
    }

    private void bar(Composition content, WindowModel window, FocusRegions regions) {
        SessionModel session = content.session();
        always("bar.command", ALWAYS, regions::toCommand, "Shortcut+L");
        always("bar.home", session.atStartProperty().not(), session::goToStart, "Shortcut+Home");
        always("region.next", ALWAYS, regions::next, "F6");
        always("region.previous", ALWAYS, regions::previous, "Shift+F6");
        always("bar.theme", ALWAYS, window::switchTheme, "Shortcut+Shift+D");
        always("bar.language.next", ALWAYS, window::nextLanguage);
    }

    private void files(ExportVerbs files, SessionModel session) {
        BooleanBinding open = Bindings.createBooleanBinding(
                () -> !session.labProperty().get().id().isEmpty(), session.labProperty());
        always("lab.new.verb", ALWAYS, files::newLab, "Shortcut+N");
        always("lab.save", open, files::saveLab, "Shortcut+Shift+S");
        always("lab.save.as", open, files::saveLabAs);
        always("export.json", files.anySteps(), () -> files.save(ExportFormat.JSON), "Shortcut+S");
        always("export.png", files.anySteps(), () -> files.save(ExportFormat.PNG), "Shortcut+E");
        always("export.choose", files.anySteps(), files::choose, "Shortcut+Shift+E");
        always("start.open", ALWAYS, files::open, "Shortcut+O");
    }

    private void view(TimelineModel time, WindowModel window, Overlay overlay) {
        Accommodation ease = window.accommodation();
        BooleanProperty presenting = ease.presentingProperty();
        always("view.present", ALWAYS, () -> presenting.set(!presenting.get()), "F5");
        always(
                "view.leave",
                Bindings.or(presenting, overlay.openProperty()),
                () -> {
                    if (overlay.openProperty().get()) {
                        overlay.close();
                    } else {
                        presenting.set(false);
                    }
                },
                "Esc");
        always("view.page.on", Bindings.and(presenting, time.canGoOn()), () -> paused(time, time::step), "Page_Down");
        always("view.page.back", Bindings.and(presenting, time.canGoBack()), time::stepBack, "Page_Up");
        always("view.larger", ALWAYS, ease::larger, "Shortcut+Equals", "Shortcut+Plus", "Shortcut+Add");
        always("view.smaller", ALWAYS, ease::smaller, "Shortcut+Minus", "Shortcut+Subtract");
        always("view.unscaled", ALWAYS, ease::unscaled, "Shortcut+0", "Shortcut+Numpad 0");
        always("view.contrast", ALWAYS, window::switchContrast);
        BooleanProperty reduced = ease.reducedMotionProperty();
        always("view.motion", ALWAYS, () -> reduced.set(!reduced.get()));
    }

    private void help(Overlay overlay) {
        always("help.palette", ALWAYS, overlay::palette, "Shortcut+K");
        always("help.shortcuts", ALWAYS, overlay::shortcuts, "F1", "Shift+Slash");
    }

    /** The verbs, in the order in which they are listed to people. */
    List<Action> all() {
        return List.copyOf(all);
    }

    private static void paused(TimelineModel time, Runnable verb) {
        time.pause();
        verb.run();
    }

    private void single(String key, ObservableBooleanValue enabled, Runnable handler, String... keys) {
        all.add(new Action(key, combinations(keys), Action.Where.NOT_TYPING, enabled, handler));
    }

    private void always(String key, ObservableBooleanValue enabled, Runnable handler, String... keys) {
        all.add(new Action(key, combinations(keys), Action.Where.ANYWHERE, enabled, handler));
    }

    private void on(ObservableBooleanValue enabled, String key, Runnable handler, String... keys) {
        all.add(new Action(key, combinations(keys), Action.Where.CANVAS, enabled, handler));
    }

    private void onCanvas(String key, Runnable handler, String... keys) {
        all.add(new Action(key, combinations(keys), Action.Where.CANVAS, ALWAYS, handler));
    }

    private static List<KeyCombination> combinations(String... keys) {
        return Arrays.stream(keys).map(Actions::combination).toList();
    }

    private static KeyCombination combination(String text) {
        return switch (text) {
            case "Alt+Page_Down" -> new KeyCodeCombination(KeyCode.PAGE_DOWN, KeyCombination.ALT_DOWN);
            case "Alt+Page_Up" -> new KeyCodeCombination(KeyCode.PAGE_UP, KeyCombination.ALT_DOWN);
            case "Page_Down" -> new KeyCodeCombination(KeyCode.PAGE_DOWN);
            case "Page_Up" -> new KeyCodeCombination(KeyCode.PAGE_UP);
            case "Open Bracket" -> new KeyCodeCombination(KeyCode.OPEN_BRACKET);
            case "Close Bracket" -> new KeyCodeCombination(KeyCode.CLOSE_BRACKET);
            default -> KeyCombination.valueOf(text);
        };
    }
}

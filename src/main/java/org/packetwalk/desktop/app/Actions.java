package org.packetwalk.desktop.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.packetwalk.desktop.exporting.ExportVerbs;
import org.packetwalk.desktop.layers.LayersModel;
import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.timeline.TimelineModel;
import org.packetwalk.export.ExportFormat;

/** All verbs of the window in one list: the keyboard, and whatever lists the keys, is made from it. */
public final class Actions {
    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    private final List<Action> all = new ArrayList<>();

    /** The verbs of a window; the regions move the focus. */
    public Actions(
            TimelineModel time,
            LayersModel canvas,
            WindowModel window,
            SessionModel session,
            FocusRegions regions,
            ExportVerbs files) {
        ObservableBooleanValue back = time.canGoBack();
        ObservableBooleanValue on = time.canGoOn();
        single("time.play", time.anySteps(), time::togglePlay, "Space");
        single("time.step", on, () -> paused(time, time::step), "Right");
        single("time.step.back", back, time::stepBack, "Left");
        single("time.over", on, () -> paused(time, time::stepOver), "Shift+Right");
        single("time.over.back", back, () -> paused(time, time::stepOverBack), "Shift+Left");
        single("time.start", back, time::toStart, "Home");
        single("time.end", on, time::toEnd, "End");
        single("time.slower", ALWAYS, time::slower, "Open Bracket");
        single("time.faster", ALWAYS, time::faster, "Close Bracket");
        single("edit.undo", session.document().canUndo(), session.document()::undo, "Shortcut+Z");
        single("edit.redo", session.document().canRedo(), session.document()::redo, "Shortcut+Shift+Z");
        single("time.grain", ALWAYS, time::nextGrain, "L");
        always("bar.command", ALWAYS, regions::toCommand, "Shortcut+L");
        always(
                "canvas.view.topology",
                ALWAYS,
                () -> canvas.pictureProperty().set(CanvasPicture.TOPOLOGY),
                "Shortcut+1");
        always("canvas.view.stack", ALWAYS, () -> canvas.pictureProperty().set(CanvasPicture.STACK), "Shortcut+2");
        always("canvas.view.route", ALWAYS, () -> canvas.pictureProperty().set(CanvasPicture.ROUTE), "Shortcut+3");
        always("inspector.tab.why", ALWAYS, () -> window.tabProperty().set(InspectorTab.WHY), "Alt+1");
        always("inspector.tab.route", ALWAYS, () -> window.tabProperty().set(InspectorTab.ROUTE), "Alt+2");
        always("inspector.tab.packet", ALWAYS, () -> window.tabProperty().set(InspectorTab.PACKET), "Alt+3");
        always("log.filter", ALWAYS, regions::toFilter, "Shortcut+F");
        always("export.json", files.anySteps(), () -> files.save(ExportFormat.JSON), "Shortcut+S");
        always("export.png", files.anySteps(), () -> files.save(ExportFormat.PNG), "Shortcut+E");
        always("start.open", ALWAYS, files::open, "Shortcut+O");
        always("region.next", ALWAYS, regions::next, "F6");
        always("region.previous", ALWAYS, regions::previous, "Shift+F6");
        always("bar.theme", ALWAYS, window::switchTheme, "Shortcut+Shift+D");
        always("bar.home", ALWAYS, session::goToStart, "Shortcut+Home");
    }

    /** The verbs, in the order in which they are listed to people. */
    public List<Action> all() {
        return List.copyOf(all);
    }

    private static void paused(TimelineModel time, Runnable verb) {
        time.pause();
        verb.run();
    }

    private void single(String key, ObservableBooleanValue enabled, Runnable handler, String... keys) {
        all.add(new Action(key, combinations(keys), false, enabled, handler));
    }

    private void always(String key, ObservableBooleanValue enabled, Runnable handler, String... keys) {
        all.add(new Action(key, combinations(keys), true, enabled, handler));
    }

    private static List<KeyCombination> combinations(String... keys) {
        return Arrays.stream(keys).map(Actions::combination).toList();
    }

    private static KeyCombination combination(String text) {
        return switch (text) {
            case "Open Bracket" -> new KeyCodeCombination(KeyCode.OPEN_BRACKET);
            case "Close Bracket" -> new KeyCodeCombination(KeyCode.CLOSE_BRACKET);
            default -> KeyCombination.valueOf(text);
        };
    }
}

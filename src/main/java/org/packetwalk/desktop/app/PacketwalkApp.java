package org.packetwalk.desktop.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import org.packetwalk.desktop.model.LessonShelf;
import org.packetwalk.desktop.model.Notice;
import org.packetwalk.desktop.model.WalkSource;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.preferences.EditedLabFile;
import org.packetwalk.desktop.preferences.LessonsFile;
import org.packetwalk.desktop.preferences.NotesFile;
import org.packetwalk.desktop.preferences.Preferences;
import org.packetwalk.desktop.preferences.PreferencesFile;
import org.packetwalk.lesson.LessonCatalog;
import org.packetwalk.narrate.Messages;

/**
 * The window as a program: it opens with the settings that were kept, keeps them when it closes, and says a fault of its own in
 * one calm sentence. It is no {@code Application}: what it shows is handed to it, which a class made by JavaFX cannot be.
 */
public final class PacketwalkApp {
    private final WalkSource source;
    private final PreferencesFile file;
    private final Locale system;

    /**
     * The program.
     *
     * @param source what the window shows
     * @param file where the settings are kept
     * @param system the language of the system, for the first start
     */
    public PacketwalkApp(WalkSource source, PreferencesFile file, Locale system) {
        this.source = source;
        this.file = file;
        this.system = system;
    }

    /** Opens the window and answers its scene; {@code closed} is called when it has been closed. */
    public DesktopWindow open(Stage stage, Runnable closed) {
        PreferencesFile.Read read = file.read(Messages.of(system).locale());
        Preferences kept = read.preferences();
        WindowModel window =
                new WindowModel(kept.theme(), Messages.of(kept.language()).locale());
        window.folderProperty().set(kept.folder());
        teach(window);
        window.computeBy(new Worker(window.busyProperty()::set));
        WindowPlace place = WindowPlace.of(kept);
        DesktopWindow desktop = new DesktopWindow(source, window, Fonts.load(), place.width(), place.height());
        if (read.broken()) {
            window.say(Notice.of(desktop.messages().text("notice.preferences.unreadable", file.path())));
        }
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> window.say(fault(desktop, fault)));
        stage.setTitle(desktop.messages().text("app.title"));
        stage.setScene(desktop.scene());
        stage.setMinWidth(Preferences.MINIMUM_WIDTH);
        stage.setMinHeight(Preferences.MINIMUM_HEIGHT);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        window.accommodation().presentingProperty().subscribe(stage::setFullScreen);
        window.speedProperty().set(kept.habits().speed());
        window.export().choose(kept.habits().export());
        window.log().heightProperty().set(kept.habits().log());
        window.accommodation().scaleProperty().set(kept.habits().scale());
        window.accommodation().reducedMotionProperty().set(kept.habits().still());
        place.take(stage);
        Autosave autosave = new Autosave(
                EditedLabFile.beside(file), () -> desktop.composition().session(), window);
        KeptNotes notes = new KeptNotes(NotesFile.beside(file), window, desktop::messages);
        stage.setOnCloseRequest(event -> {
            if (!desktop.composition().files().mayClose()) {
                event.consume();
            }
        });
        stage.setOnHidden(event -> {
            autosave.end();
            notes.end();
            keep(window, desktop, stage);
            closed.run();
        });
        stage.show();
        place.keepOnScreen(stage);
        desktop.focusFirst();
        notes.begin();
        autosave.begin(kept.habits().lab());
        return desktop;
    }

    /** The lessons, and how far the learner was when the window was closed last. */
    private void teach(WindowModel window) {
        LessonShelf shelf = new LessonShelf(LessonCatalog.all());
        LessonsFile progress = LessonsFile.beside(file);
        shelf.keep(progress.read(shelf.lessons()), all -> {
            try {
                progress.write(all);
            } catch (IOException unwritable) {
                Messages messages = Messages.of(window.languageProperty().get());
                window.say(Notice.of(messages.text("notice.lessons-not-kept", progress.path())));
            }
        });
        window.teach(shelf);
    }

    private void keep(WindowModel window, DesktopWindow desktop, Stage stage) {
        Preferences now = new Preferences(
                window.languageProperty().get(),
                window.themeProperty().get(),
                (int) Math.round(desktop.scene().getWidth()),
                (int) Math.round(desktop.scene().getHeight()),
                window.folderProperty().get(),
                new Preferences.Habits(
                        stage.getX(),
                        stage.getY(),
                        true,
                        stage.isMaximized(),
                        window.accommodation().scaleProperty().get(),
                        window.accommodation().reducedMotionProperty().get(),
                        window.speedProperty().get(),
                        window.export().word(),
                        window.log().heightProperty().get(),
                        desktop.composition().session().labProperty().get().id()));
        try {
            file.write(now);
        } catch (IOException unwritable) {
            // Nobody is left to be told, and the next start has the standard settings.
            return;
        }
    }

    private static Notice fault(DesktopWindow desktop, Throwable fault) {
        StringWriter details = new StringWriter();
        fault.printStackTrace(new PrintWriter(details));
        return new Notice(desktop.messages().text("fault.headline"), details.toString());
    }
}

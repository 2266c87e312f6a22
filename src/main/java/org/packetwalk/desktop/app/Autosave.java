package org.packetwalk.desktop.app;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import org.packetwalk.desktop.model.Notice;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.preferences.EditedLabFile;
import org.packetwalk.desktop.preferences.EditedLabFile.Edited;

/** Keeps the lab in a file while it is edited, each second if it has changed, and brings it back at the next start. */
final class Autosave {
    private static final Duration EVERY = Duration.seconds(1);

    private final EditedLabFile file;
    private final Supplier<SessionModel> session;
    private final WindowModel window;
    private final Timeline clock = new Timeline(new KeyFrame(EVERY, event -> keep()));
    private Optional<Edited> kept = Optional.empty();
    private boolean failed;

    /** Keeps what the session holds; another language makes another session, so that it is asked for each time. */
    Autosave(EditedLabFile file, Supplier<SessionModel> session, WindowModel window) {
        this.file = file;
        this.session = session;
        this.window = window;
        clock.setCycleCount(Timeline.INDEFINITE);
    }

    /** Brings back what was kept, if its lab is still there, and begins to keep. */
    void begin() {
        SessionModel now = session.get();
        file.read()
                .filter(edited -> now.labs().stream().anyMatch(card -> card.id().equals(edited.lab())))
                .ifPresent(edited -> now.open(
                        edited.lab(),
                        TableSetting.SHARED,
                        () -> now.document().rewrite(edited.source(), refusal -> {
                            if (!refusal.isPresent()) {
                                window.say(Notice.of(now.messages().text("notice.lab-is-back")));
                            }
                        })));
        kept = file.read();
        clock.play();
    }

    /** Keeps the last edit, and keeps nothing more. */
    void end() {
        clock.stop();
        keep();
    }

    private void keep() {
        SessionModel now = session.get();
        String lab = now.labProperty().get().id();
        if (lab.isEmpty()) {
            return;
        }
        Optional<Edited> edited = now.document().canUndo().get()
                ? Optional.of(
                        new Edited(lab, now.document().scriptProperty().get().source()))
                : Optional.empty();
        if (edited.equals(kept)) {
            return;
        }
        try {
            if (edited.isPresent()) {
                file.write(edited.get());
            } else {
                file.remove();
            }
            kept = edited;
        } catch (IOException unwritable) {
            if (!failed) {
                failed = true;
                window.say(Notice.of(now.messages().text("notice.lab-not-kept", file.path())));
            }
        }
    }
}

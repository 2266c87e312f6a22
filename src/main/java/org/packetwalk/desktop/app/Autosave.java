package org.packetwalk.desktop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /**
     * Brings back what was kept, if its lab is still there, and begins to keep. Without an edit the lab that was open last is behind
     * the start screen.
     */
    void begin(String last) {
        kept = file.read();
        SessionModel now = session.get();
        kept.ifPresentOrElse(
                edited -> open(
                        now,
                        edited.lab(),
                        () -> now.document().rewrite(edited.source(), refusal -> {
                            if (!refusal.isPresent()) {
                                window.say(Notice.of(now.messages().text("notice.lab-is-back")));
                            }
                        })),
                () -> {
                    boolean there = now.opening()
                            .ownFile(last)
                            .map(own -> !text(own).isEmpty())
                            .orElse(true);
                    if (there) {
                        open(now, last, now::goToStart);
                    }
                });
        clock.play();
    }

    private static void open(SessionModel session, String lab, Runnable then) {
        Optional<Path> own = session.opening().ownFile(lab);
        if (own.isPresent()) {
            String text = text(own.get());
            session.opening().openText(text.isEmpty() ? "" : own.get().toString(), text, refused -> {
                if (!refused.isPresent()) {
                    then.run();
                }
            });
        } else if (session.opening().labs().stream().anyMatch(card -> card.id().equals(lab))) {
            session.opening().open(lab, TableSetting.SHARED, then);
        }
    }

    /** The lab as it lies in its file, which may be gone. */
    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
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
        Optional<Edited> edited = now.document().unsaved()
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

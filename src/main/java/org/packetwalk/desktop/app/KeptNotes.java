package org.packetwalk.desktop.app;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import org.packetwalk.desktop.model.Notice;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.preferences.NotesFile;
import org.packetwalk.narrate.Messages;

/** Keeps the notes in a file, each second if they have changed, and brings them back at the next start. */
final class KeptNotes {
    private static final Duration EVERY = Duration.seconds(1);

    private final NotesFile file;
    private final WindowModel window;
    private final Supplier<Messages> messages;
    private final Timeline clock = new Timeline(new KeyFrame(EVERY, event -> keep()));
    private List<String> kept = List.of();
    private boolean failed;

    KeptNotes(NotesFile file, WindowModel window, Supplier<Messages> messages) {
        this.file = file;
        this.window = window;
        this.messages = messages;
        clock.setCycleCount(Timeline.INDEFINITE);
    }

    /** Brings back what was kept, and begins to keep. */
    void begin() {
        window.pins().setAll(file.read());
        kept = NotesFile.lines(window.pins());
        clock.play();
    }

    /** Keeps the last words, and keeps nothing more. */
    void end() {
        clock.stop();
        keep();
    }

    private void keep() {
        List<String> now = NotesFile.lines(window.pins());
        if (now.equals(kept)) {
            return;
        }
        try {
            file.write(now);
            kept = now;
        } catch (IOException unwritable) {
            if (!failed) {
                failed = true;
                window.say(Notice.of(messages.get().text("notice.notes-not-kept", file.path())));
            }
        }
    }
}

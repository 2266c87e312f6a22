package org.packetwalk.desktop.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;

import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts JavaFX and opens the window; where that cannot be, it answers why instead of failing. */
public final class DesktopLauncher {
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private DesktopLauncher() {}

    /**
     * Opens the window and waits until it has been closed.
     *
     * @param err where faults are printed once the window is open
     */
    public static LaunchOutcome launch(PacketwalkApp app, PrintStream err) {
        // JavaFX says on every start from the class path that this is not supported.
        JAVAFX.setFilter(entry -> !entry.getMessage().contains("Unsupported JavaFX configuration"));
        CountDownLatch closed = new CountDownLatch(1);
        Heard heard = new Heard(err);
        try {
            start(app, closed, heard);
            closed.await();
            return heard.failure();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new LaunchOutcome.Closed();
        }
    }

    private static void start(PacketwalkApp app, CountDownLatch closed, Heard heard) {
        heard.begin();
        try {
            Platform.startup(() -> open(app, closed, heard));
        } catch (RuntimeException | LinkageError failure) {
            heard.failed(failure);
            closed.countDown();
        }
    }

    private static void open(PacketwalkApp app, CountDownLatch closed, Heard heard) {
        try {
            app.open(new Stage(), closed::countDown);
            heard.end();
        } catch (RuntimeException | LinkageError failure) {
            heard.failed(failure);
            closed.countDown();
        }
    }

    /** JavaFX prints its failures itself: what it prints while it starts is held back, and read for the reason. */
    private static final class Heard {
        private final PrintStream before;
        private final ByteArrayOutputStream words = new ByteArrayOutputStream();
        private LaunchOutcome outcome = new LaunchOutcome.Closed();

        Heard(PrintStream before) {
            this.before = before;
        }

        void begin() {
            System.setErr(new PrintStream(words, true, StandardCharsets.UTF_8));
        }

        /** The window is open: from here on everything is printed again, and so is what was held back. */
        synchronized void end() {
            System.setErr(before);
            before.print(words.toString(StandardCharsets.UTF_8));
            words.reset();
        }

        synchronized void failed(Throwable failure) {
            System.setErr(before);
            outcome = LaunchFailure.of(failure, words.toString(StandardCharsets.UTF_8));
        }

        synchronized LaunchOutcome failure() {
            return outcome;
        }
    }
}

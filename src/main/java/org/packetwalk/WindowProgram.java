package org.packetwalk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.packetwalk.cli.Console;
import org.packetwalk.cli.WithoutDisplay;
import org.packetwalk.desktop.app.DesktopLauncher;
import org.packetwalk.desktop.app.LaunchOutcome;
import org.packetwalk.desktop.app.PacketwalkApp;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.preferences.PreferencesFile;
import org.packetwalk.desktop.preferences.RecentFile;
import org.packetwalk.lab.LabCatalog;

/** The program with its window. It stands apart from {@link Main}, so that batch commands load nothing of JavaFX. */
final class WindowProgram {

    private static final int MISSING_LIBRARY = 2;
    private static final int FAULT = 70;

    private WindowProgram() {}

    /** Opens the window and waits until it is closed; answers the exit code. */
    static int run(Console console) {
        if (noDisplay()) {
            return WithoutDisplay.print(console);
        }
        PreferencesFile preferences =
                PreferencesFile.of(environment("XDG_CONFIG_HOME"), Path.of(System.getProperty("user.home", ".")));
        PacketwalkApp app = new PacketwalkApp(walks(RecentFile.beside(preferences)), preferences, Locale.getDefault());
        LaunchOutcome outcome = DesktopLauncher.launch(app, console.err());
        if (outcome instanceof LaunchOutcome.NoDisplay) {
            return WithoutDisplay.print(console);
        }
        if (outcome instanceof LaunchOutcome.MissingLibrary missing) {
            console.err()
                    .println("packetwalk: the window needs a library that is missing: apt-get install "
                            + missing.name());
            return MISSING_LIBRARY;
        }
        if (outcome instanceof LaunchOutcome.Failed failed) {
            console.err().println("packetwalk: the window could not be opened: " + failed.cause());
            return FAULT;
        }
        return 0;
    }

    /** The labs, with what was done in them before; where that cannot be kept, it is forgotten when the window is closed. */
    private static SessionWalks walks(RecentFile kept) {
        return new SessionWalks(LabCatalog.all(), kept.read(), recent -> {
            try {
                kept.write(recent);
            } catch (IOException unwritable) {
                // the settings lie in the same folder, and say so
                return;
            }
        });
    }

    /** Whether there is surely none: then JavaFX need not be asked, which on a server lacks its libraries, too. */
    private static boolean noDisplay() {
        boolean x11 = System.getProperty("os.name", "").equals("Linux")
                && System.getProperty("glass.platform", "").isEmpty();
        return x11 && environment("DISPLAY").isEmpty();
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }
}

package org.packetwalk.desktop.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.preferences.PreferencesFile;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;

/**
 * Kills the window at random moments while its lab is edited ten times a second, and looks how much of the edits is lost: at most
 * two seconds, and never a file that is no lab. Each window begins where the one before was killed. It needs a display:
 *
 * <pre>mvn -Pbench test-compile exec:exec -DbenchMain=org.packetwalk.desktop.app.KilledWindow -Dbench=20</pre>
 *
 * <p>The argument is how often a window is killed.
 */
public final class KilledWindow {
    private static final String CHILD = "edit";
    private static final double EVERY_MILLIS = 100;
    private static final double MOST_LOST_SECONDS = 2;
    private static final Pattern EDIT = Pattern.compile("10\\.(\\d+)\\.(\\d+)\\.1/32");

    private KilledWindow() {}

    /** Kills so many windows, twenty without an argument; or is the window that is edited. */
    public static void main(String[] arguments) throws IOException, InterruptedException, LabFormatException {
        if (arguments.length == 3 && arguments[0].equals(CHILD)) {
            edit(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            return;
        }
        int kills = arguments.length == 0 || arguments[0].equals(".*") ? 20 : Integer.parseInt(arguments[0]);
        Path home = Files.createTempDirectory("packetwalk-killed");
        Random random = new Random(20_26);
        int next = 0;
        double worst = 0;
        for (int kill = 1; kill <= kills; kill++) {
            Killed killed = kill(home, next, 1500 + random.nextInt(4000));
            int kept = kept(home);
            double lost = killed.edits().stream()
                    .filter(edit -> edit.number() > kept)
                    .mapToDouble(edit -> (killed.at() - edit.nanos()) / 1e9)
                    .max()
                    .orElse(0);
            worst = Math.max(worst, lost);
            System.out.printf(
                    "kill %2d: %4d edits made, last one kept %4d, lost %.2f s%n",
                    kill, killed.edits().size(), kept, lost);
            next = Math.max(kept, next) + 1;
        }
        System.out.printf("at most %.2f s lost in %d kills%n", worst, kills);
        if (worst > MOST_LOST_SECONDS) {
            throw new IllegalStateException("More than " + MOST_LOST_SECONDS + " s were lost.");
        }
    }

    /** An edit and when it was made. */
    private record Edit(int number, long nanos) {}

    /** A window that was killed, and the edits that had been made in it. */
    private record Killed(long at, List<Edit> edits) {}

    /** Lets a window edit for some time after its first edit, and kills it as {@code kill -9} does. */
    private static Killed kill(Path home, int first, int millis) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWindow.class.getName(),
                CHILD,
                home.toString(),
                String.valueOf(first));
        Process window = new ProcessBuilder(command)
                .redirectError(new File(home.toFile(), "errors.txt"))
                .start();
        List<Edit> edits = new ArrayList<>();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(window.getInputStream(), StandardCharsets.UTF_8))) {
            long end = Long.MAX_VALUE;
            while (System.nanoTime() < end) {
                String line = said.readLine();
                if (line == null) {
                    throw new IllegalStateException("The window ended by itself, see " + home + "/errors.txt");
                }
                if (line.matches("\\d+")) {
                    edits.add(new Edit(Integer.parseInt(line), System.nanoTime()));
                    end = end == Long.MAX_VALUE ? System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis) : end;
                }
            }
            window.destroyForcibly();
            long killed = System.nanoTime();
            window.waitFor();
            return new Killed(killed, edits);
        }
    }

    /** The last edit in the file that is kept, which must be a lab. */
    private static int kept(Path home) throws IOException, LabFormatException {
        Path file = home.resolve("packetwalk").resolve("edited-lab.sh");
        if (!Files.exists(file)) {
            return -1;
        }
        String text = Files.readString(file);
        LabFile.read("edited-lab.sh", text);
        int last = -1;
        Matcher edit = EDIT.matcher(text);
        while (edit.find()) {
            last = Math.max(last, Integer.parseInt(edit.group(1)) * 250 + Integer.parseInt(edit.group(2)));
        }
        return last;
    }

    /** The window: it brings back what was kept, and adds an address ten times a second. */
    private static void edit(Path home, int first) throws InterruptedException {
        SessionWalks walks = new SessionWalks(LabCatalog.all());
        PacketwalkApp app = new PacketwalkApp(walks, PreferencesFile.of(home.toString(), home), Locale.ENGLISH);
        Platform.startup(() -> {
            DesktopWindow window = app.open(new Stage(), Platform::exit);
            int[] number = {first};
            Timeline editing = new Timeline(new KeyFrame(Duration.millis(EVERY_MILLIS), event -> {
                SessionModel session = window.composition().session();
                if (session.labProperty().get().id().isEmpty()) {
                    session.open("own-address", TableSetting.SHARED);
                    return;
                }
                int edit = number[0]++;
                session.run("web-1", "ip addr add 10." + edit / 250 + "." + edit % 250 + ".1/32 dev lo", ran -> {
                    System.out.println(edit);
                    System.out.flush();
                });
            }));
            editing.setCycleCount(Timeline.INDEFINITE);
            editing.setDelay(Duration.seconds(1));
            editing.play();
        });
    }
}

package org.packetwalk.desktop.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;

/**
 * How long a jump takes: from the command to the frame that shows another step of a long walk, in the window as it is used. Jumps
 * go to random steps, and from step to step forward and back, in each view. It needs a display and takes a few minutes:
 *
 * <pre>mvn -Pbench test-compile exec:exec -DbenchMain=org.packetwalk.desktop.app.SeekTimes -Dbench=all</pre>
 *
 * <p>Arguments: {@code all}, or names of the walks {@code lo} and {@code router}. "Computed" is the time until the program has
 * everything to show; "frame" is the time until the frame with it has been drawn, which JavaFX rounds up to the next of its 60
 * frames a second; "cpu" is what the thread of the window has worked for it, which other load of the machine does not change.
 */
public final class SeekTimes {
    private static final int JUMPS = 200;
    private static final double NANOS_PER_MILLI = 1e6;

    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private final DesktopWindow desktop = new DesktopWindow(new SessionWalks(LabCatalog.all()), window, Fonts.load(), 1600, 1000);
    private final Random random = new Random(20_26);

    /** A long walk. */
    private record LongWalk(String name, String lab, String host, String command) {}

    private static final List<LongWalk> WALKS = List.of(
            new LongWalk("lo", "where-does-127.0.0.1-go", "web-1", "ping -c 400 -i 0.01 -q 127.0.0.1"),
            new LongWalk("router", "a-router", "a", "ping -c 600 -i 0.01 -q 10.0.2.10"));

    /** A measurement that goes to one step after the other. */
    private record Series(String name, CanvasPicture picture, InspectorTab tab, IntUnaryOperator next) {}

    private SeekTimes() {}

    /** Measures what the arguments name, everything without any. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> asked = arguments.length == 0 || arguments[0].equals("all")
                ? WALKS.stream().map(LongWalk::name).toList()
                : List.of(arguments);
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        System.out.printf(
                "%-8s %8s %-24s %12s %8s %8s %10s %8s %8s %8s %8s %6s%n",
                "walk",
                "events",
                "jump",
                "computed p50",
                "p95",
                "max",
                "frame p50",
                "p95",
                "max ms",
                "cpu p50",
                "p95",
                "load");
        for (LongWalk walk : WALKS) {
            if (asked.contains(walk.name())) {
                CountDownLatch done = new CountDownLatch(1);
                Platform.runLater(() -> new SeekTimes().measure(walk, done::countDown));
                done.await();
            }
        }
        Platform.exit();
    }

    private void measure(LongWalk walk, Runnable then) {
        Stage stage = new Stage();
        stage.setScene(desktop.scene());
        stage.show();
        SessionModel session = desktop.composition().session();
        session.open(walk.lab(), TableSetting.SHARED);
        session.run(walk.host(), walk.command(), ran -> {
            if (session.steps().isEmpty()) {
                throw new IllegalStateException(walk.command() + ": " + ran.refusal().text());
            }
            IntUnaryOperator anywhere = at -> random.nextInt(session.steps().size());
            IntUnaryOperator on = at -> at + 1 < session.steps().size() ? at + 1 : 0;
            IntUnaryOperator back = at -> at > 0 ? at - 1 : session.steps().size() - 1;
            run(
                    walk,
                    List.of(
                            new Series("(warming up)", CanvasPicture.STACK, InspectorTab.WHY, anywhere),
                            new Series("stack, anywhere", CanvasPicture.STACK, InspectorTab.WHY, anywhere),
                            new Series("stack, state, anywhere", CanvasPicture.STACK, InspectorTab.STATE, anywhere),
                            new Series("stack, packet, anywhere", CanvasPicture.STACK, InspectorTab.PACKET, anywhere),
                            new Series("stack, one step on", CanvasPicture.STACK, InspectorTab.WHY, on),
                            new Series("stack, one step back", CanvasPicture.STACK, InspectorTab.WHY, back),
                            new Series("topology, anywhere", CanvasPicture.TOPOLOGY, InspectorTab.WHY, anywhere),
                            new Series("route lookup, anywhere", CanvasPicture.ROUTE, InspectorTab.WHY, anywhere)),
                    0,
                    () -> {
                        stage.close();
                        then.run();
                    });
        });
    }

    private void run(LongWalk walk, List<Series> series, int at, Runnable then) {
        if (at == series.size()) {
            then.run();
            return;
        }
        Series one = series.get(at);
        window.canvasProperty().set(one.picture());
        window.tabProperty().set(one.tab());
        SessionModel session = desktop.composition().session();
        session.seek(session.steps().size() * 9 / 10);
        new Jumps(session, one.next(), jumps -> {
                    int events = session.steps().get(session.steps().size() - 1).last() + 1;
                    print(walk, events, one, jumps);
                    run(walk, series, at + 1, then);
                })
                .start();
    }

    private static void print(LongWalk walk, int events, Series series, Jumps jumps) {
        Arrays.sort(jumps.computed);
        Arrays.sort(jumps.framed);
        Arrays.sort(jumps.worked);
        System.out.printf(
                "%-8s %8d %-24s %12.1f %8.1f %8.1f %10.1f %8.1f %8.1f %8.1f %8.1f %6.2f%n",
                walk.name(),
                events,
                series.name(),
                millis(jumps.computed, 0.5),
                millis(jumps.computed, 0.95),
                millis(jumps.computed, 1),
                millis(jumps.framed, 0.5),
                millis(jumps.framed, 0.95),
                millis(jumps.framed, 1),
                millis(jumps.worked, 0.5),
                millis(jumps.worked, 0.95),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / NANOS_PER_MILLI;
    }

    /** Seeks in one frame, and takes the time when the frame after it begins: by then the frame with the step was drawn. */
    private static final class Jumps extends AnimationTimer {
        private static final int REST = 3;

        private final SessionModel session;
        private final IntUnaryOperator next;
        private final Consumer<Jumps> then;
        private final long[] computed = new long[JUMPS];
        private final long[] framed = new long[JUMPS];
        private final long[] worked = new long[JUMPS];
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private int done;
        private int frame;
        private long began;
        private long workBefore;

        Jumps(SessionModel session, IntUnaryOperator next, Consumer<Jumps> then) {
            this.session = session;
            this.next = next;
            this.then = then;
        }

        @Override
        public void handle(long ignored) {
            if (frame == 0) {
                began = System.nanoTime();
                workBefore = threads.getCurrentThreadCpuTime();
                session.seek(next.applyAsInt(session.position()));
                computed[done] = System.nanoTime() - began;
            } else if (frame == 1) {
                framed[done] = System.nanoTime() - began;
                worked[done] = threads.getCurrentThreadCpuTime() - workBefore;
                done++;
            }
            frame = (frame + 1) % REST;
            if (done == JUMPS) {
                stop();
                Platform.runLater(() -> then.accept(this));
            }
        }
    }
}

package org.packetwalk.desktop.app;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.paint.PacketAnimation;
import org.packetwalk.desktop.model.PictureWords;
import org.packetwalk.desktop.timeline.TimelineModel;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.DiagramLayout;
import org.packetwalk.diagram.Pictures;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.StackPicture.Traveller;
import org.packetwalk.diagram.Stop;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;

/**
 * How evenly the window moves: the time between frames while the default lab is played, and while 1, 50, 200 and 1000 packets
 * travel through the stack at once. It needs a display and takes about a minute:
 *
 * <pre>mvn -Pbench test-compile exec:exec -DbenchMain=org.packetwalk.desktop.app.FrameTimes -Dbench=all</pre>
 *
 * <p>Arguments: {@code all}, {@code play}, or numbers of packets. JavaFX draws at most 60 frames a second, so that 16.7 ms is the
 * best a percentile can be; the time of the two threads per frame tells how much room is left.
 */
public final class FrameTimes {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int TOKEN_SECONDS = 8;
    private static final double SLOW_MILLIS = 25;

    private FrameTimes() {}

    /** Measures what the arguments name, everything without any. */
    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        List<String> asked = arguments.length == 0 || arguments[0].equals("all")
                ? List.of("play", "1", "50", "200", "1000")
                : List.of(arguments);
        System.out.printf(
                "%-10s %7s %7s %7s %7s %7s %7s %6s %9s %9s %6s%n",
                "scene", "frames", "fps", "p50 ms", "p95 ms", "p99 ms", "max ms", ">25ms", "fx ms/f", "draw ms/f", "load");
        for (String scene : asked) {
            if (scene.equals("play")) {
                playback();
            } else {
                tokens(Integer.parseInt(scene));
            }
        }
        Platform.exit();
    }

    /** Plays the first lab from its first step to its last, once to warm up, once measured. */
    private static void playback() throws InterruptedException {
        for (boolean measured : new boolean[] {false, true}) {
            Frames frames = new Frames("playback", measured);
            CountDownLatch done = new CountDownLatch(1);
            Platform.runLater(() -> {
                WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
                DesktopWindow desktop =
                        new DesktopWindow(new SessionWalks(LabCatalog.all()), window, Fonts.load(), 1600, 1000);
                Stage stage = stage(desktop.scene());
                SessionModel session = desktop.composition().session();
                session.open(session.opening().labs().get(0).id(), TableSetting.SHARED);
                desktop.composition().command().trace();
                TimelineModel time = desktop.composition().timeline();
                window.speedProperty().set(measured ? 1 : 4);
                time.togglePlay();
                frames.until(() -> !time.playingProperty().get(), () -> {
                    stage.close();
                    done.countDown();
                });
            });
            done.await();
        }
    }

    /** Lets packets go from station to station, each begun at another place, for some seconds. */
    private static void tokens(int count) throws InterruptedException {
        Frames frames = new Frames(count + (count == 1 ? " token" : " tokens"), true);
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            PacketAnimation animation = new PacketAnimation(Fonts.load(), new PictureWords(Messages.of(Locale.ENGLISH)));
            Stage stage = stage(new Scene(animation.view(), 1154, 646));
            List<DiagramLayout> steps = steps(count);
            int[] at = {0};
            animation.show(steps.get(0), Theme.LIGHT);
            animation.onFinished(() -> Platform.runLater(() -> {
                at[0]++;
                if (at[0] == steps.size()) {
                    at[0] = 0;
                    animation.show(steps.get(0), Theme.LIGHT);
                }
                animation.move(steps.get((at[0] + 1) % steps.size()));
            }));
            animation.move(steps.get(1));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TOKEN_SECONDS);
            frames.until(() -> System.nanoTime() > end, () -> {
                animation.onFinished(() -> {});
                stage.close();
                done.countDown();
            });
        });
        done.await();
    }

    private static List<DiagramLayout> steps(int count) {
        StackPicture picture = Pictures.turnedRound();
        List<Stop> way = picture.travellers().get(0).way();
        List<DiagramLayout> steps = new ArrayList<>();
        for (int step = 0; step < way.size() - 1; step++) {
            List<Traveller> travellers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int from = i % (way.size() - 1);
                int length = Math.min(way.size(), 1 + from + step);
                travellers.add(new Traveller(
                        i + 1,
                        way.subList(Math.min(from, way.size() - 2), length),
                        picture.travellers().get(0).blocks(),
                        Traveller.Fate.MOVING,
                        picture.travellers().get(0).caption()));
            }
            StackPicture now = new StackPicture(
                    picture.hosts(), picture.outside(), picture.wires(), travellers, picture.outsideLine());
            steps.add(StackDiagram.layout(now, new Size(1154, 646), Density.REGULAR));
        }
        return steps;
    }

    private static Stage stage(Scene scene) {
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        return stage;
    }

    /** Counts the frames of a scene and prints what came of it. */
    private static final class Frames extends AnimationTimer {
        private final String scene;
        private final boolean printed;
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        private final List<Long> nanos = new ArrayList<>();
        private long last;
        private long windowBefore;
        private long drawingBefore;
        private BooleanSupplier over = () -> true;
        private Runnable then = () -> {};

        Frames(String scene, boolean printed) {
            this.scene = scene;
            this.printed = printed;
        }

        void until(BooleanSupplier end, Runnable after) {
            over = end;
            then = after;
            windowBefore = threads.getCurrentThreadCpuTime();
            drawingBefore = drawing();
            start();
        }

        /** The time of the thread that draws, in nanoseconds. */
        private long drawing() {
            return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                    .filter(thread -> thread != null && thread.getThreadName().startsWith("QuantumRenderer"))
                    .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                    .sum();
        }

        @Override
        public void handle(long ignored) {
            long now = System.nanoTime();
            if (last != 0) {
                nanos.add(now - last);
            }
            last = now;
            if (over.getAsBoolean()) {
                stop();
                if (printed) {
                    print();
                }
                Platform.runLater(then);
            }
        }

        private void print() {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            double seconds = Arrays.stream(sorted).sum() / 1e9;
            double window = (threads.getCurrentThreadCpuTime() - windowBefore) / NANOS_PER_MILLI / sorted.length;
            double drawing = (drawing() - drawingBefore) / NANOS_PER_MILLI / sorted.length;
            long slow = Arrays.stream(sorted)
                    .filter(time -> time > SLOW_MILLIS * NANOS_PER_MILLI)
                    .count();
            System.out.printf(
                    "%-10s %7d %7.1f %7.1f %7.1f %7.1f %7.1f %6d %9.2f %9.2f %6.2f%n",
                    scene,
                    sorted.length,
                    sorted.length / seconds,
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    at(sorted, 1),
                    slow,
                    window,
                    drawing,
                    system.getSystemLoadAverage());
        }

        private static double at(long[] sorted, double share) {
            return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / NANOS_PER_MILLI;
        }
    }
}

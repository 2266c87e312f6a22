package org.packetwalk.desktop.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.packetwalk.desktop.exporting.FileDialogs;
import org.packetwalk.desktop.model.LabCard;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.timeline.TimelineModel;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.ExportFormat;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;

/**
 * The window under random hands: it opens labs, traces, plays, seeks, edits, undoes, switches colours and language, and presses
 * every key the window listens to. It counts exceptions, frames that took longer than 250 ms, with what was done before them,
 * and the heap after a collection each minute. It needs a display:
 *
 * <pre>mvn -Pbench test-compile exec:exec -DbenchMain=org.packetwalk.desktop.app.Soak -Dbench=60</pre>
 *
 * <p>The argument is the number of minutes.
 */
public final class Soak {
    private static final long FROZEN_NANOS = 250_000_000;
    private static final long EVERY_NANOS = 400_000_000;
    private static final List<KeyCombination> KEYS = Stream.of(
                    "Space Left Right Shift+Left Shift+Right Home End B Shortcut+Right L Up Down Insert C A Alt+Left Alt+Up",
                    "Shortcut+1 Shortcut+2 Shortcut+3 Shortcut+4 Alt+1 Alt+2 Alt+3 Alt+4 F4 F5 F5 F6 Shift+F6 F1 Shortcut+K",
                    "Esc Esc Esc Shortcut+L Shortcut+J Shortcut+F Shortcut+Shift+J Shortcut+Shift+Up Shortcut+Shift+Down",
                    "Shortcut+Equals Shortcut+Minus Shortcut+0 Shortcut+0 Shortcut+Home Shortcut+Shift+E Enter Tab Delete")
            .flatMap(row -> Stream.of(row.split(" ")))
            .map(KeyCombination::valueOf)
            .toList();

    private final Random random = new Random(20_26);
    private final AtomicInteger faults = new AtomicInteger();
    private final List<Long> heaps = new ArrayList<>();
    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private final Worker worker = new Worker(window.busyProperty()::set);
    private final DesktopWindow desktop;
    private int frames;
    private int frozen;
    private long longest;
    private int actions;
    private String last = "nothing";

    private Soak() {
        window.computeBy(worker);
        desktop = new DesktopWindow(
                new SessionWalks(LabCatalog.all()), window, Fonts.load(), new Size(1600, 1000), scene -> new Nobody());
    }

    /** Runs for so many minutes, ten without an argument. */
    public static void main(String[] arguments) throws InterruptedException {
        String asked = arguments.length == 0 || arguments[0].equals(".*") ? "10" : arguments[0];
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            Soak soak = new Soak();
            Stage stage = new Stage();
            stage.setScene(soak.desktop.scene());
            stage.show();
            soak.run(Double.parseDouble(asked), () -> {
                done.countDown();
                Platform.exit();
            });
        });
        done.await();
    }

    private SessionModel session() {
        return desktop.composition().session();
    }

    private void run(double minutes, Runnable then) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> {
            faults.incrementAndGet();
            fault.printStackTrace();
        });
        long begin = System.nanoTime();
        long end = begin + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
        new AnimationTimer() {
            private long before;
            // nobody acts before the window is seen
            private long acted = begin + TimeUnit.SECONDS.toNanos(1);
            private long collected = begin;

            @Override
            public void handle(long ignored) {
                long now = System.nanoTime();
                if (before != 0) {
                    frames++;
                    measured(now - before);
                }
                before = now;
                if (now > end) {
                    stop();
                    report();
                    then.run();
                    return;
                }
                if (now - acted > EVERY_NANOS && worker.idle()) {
                    acted = now;
                    act();
                }
                if (now - collected > TimeUnit.MINUTES.toNanos(1)) {
                    collected = now;
                    heaps.add(heap());
                    System.out.printf(
                            "%3d min: %d actions, %d frames, %d frozen (longest %d ms), %d faults, heap %d MB%n",
                            heaps.size(),
                            actions,
                            frames,
                            frozen,
                            longest / 1_000_000,
                            faults.get(),
                            heaps.get(heaps.size() - 1) >> 20);
                    // the collection itself is no frame of the window
                    before = System.nanoTime();
                }
            }
        }.start();
    }

    private void measured(long frame) {
        longest = Math.max(longest, frame);
        if (frame > FROZEN_NANOS) {
            frozen++;
            System.out.printf("%d ms after %s%n", frame / 1_000_000, last);
        }
    }

    private void report() {
        long first = heaps.isEmpty() ? heap() : heaps.get(Math.min(1, heaps.size() - 1));
        long now = heap();
        System.out.printf(
                "%d actions, %d frames, %d frozen (longest %d ms), %d faults, heap from %d to %d MB%n",
                actions, frames, frozen, longest / 1_000_000, faults.get(), first >> 20, now >> 20);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void act() {
        actions++;
        SessionModel session = session();
        TimelineModel time = desktop.composition().timeline();
        List<String> hosts = session.labProperty().get().hosts();
        int steps = session.steps().size();
        int chance = random.nextInt(100);
        if (hosts.isEmpty() || chance < 5) {
            LabCard card = session.opening().labs().get(random.nextInt(session.opening().labs().size()));
            act("opening " + card.id(), () -> session.open(card.id(), random.nextBoolean() ? TableSetting.SHARED : TableSetting.SEPARATE));
        } else if (steps == 0 || chance < 15) {
            act("a walk", desktop.composition().command()::trace);
        } else if (chance < 30) {
            act("a jump", () -> session.seek(random.nextInt(steps)));
        } else if (chance < 40) {
            act("play", () -> {
                window.speedProperty().set(4);
                time.togglePlay();
            });
        } else if (chance < 50) {
            act("an edit", () -> edit(hosts.get(random.nextInt(hosts.size()))));
        } else if (chance < 55) {
            act("undo", session.document()::undo);
        } else if (chance < 58) {
            act("redo", session.document()::redo);
        } else if (chance < 61) {
            act("a grain", () -> session.cut(Grain.values()[random.nextInt(Grain.values().length)]));
        } else if (chance < 64) {
            act("other colours", window::switchTheme);
        } else if (chance < 65) {
            act("another language", window::nextLanguage);
        } else {
            KeyCombination keys = KEYS.get(random.nextInt(KEYS.size()));
            act(keys.getName(), () -> press((KeyCodeCombination) keys));
        }
    }

    private void act(String name, Runnable action) {
        last = name;
        action.run();
    }

    private void press(KeyCodeCombination keys) {
        Node focused = desktop.scene().getFocusOwner();
        KeyEvent pressed = new KeyEvent(
                KeyEvent.KEY_PRESSED,
                "",
                "",
                keys.getCode(),
                keys.getShift() == KeyCombination.ModifierValue.DOWN,
                keys.getShortcut() == KeyCombination.ModifierValue.DOWN,
                keys.getAlt() == KeyCombination.ModifierValue.DOWN,
                false);
        Event.fireEvent(focused == null ? desktop.scene().getRoot() : focused, pressed);
    }

    private void edit(String host) {
        int n = random.nextInt(250);
        switch (random.nextInt(4)) {
            case 0 -> session().run(host, "ip addr add 10.77." + n + ".1/24 dev lo");
            case 1 -> session().run(host, "ip route add 10.78." + n + ".0/24 dev lo");
            case 2 -> session().document().move(host, random.nextInt(900), random.nextInt(500));
            default -> session().run(host, "sysctl -w net.ipv4.ip_default_ttl=" + (1 + n));
        }
    }

    /** Nobody is there to choose a file, and edits may be lost. */
    private static final class Nobody implements FileDialogs {
        @Override
        public Optional<Path> save(String folder, String name, ExportFormat format, Messages messages) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveLab(String folder, String name, Messages messages) {
            return Optional.empty();
        }

        @Override
        public Closing closing(String lab, Messages messages) {
            return Closing.KEEP;
        }

        @Override
        public Unsaved unsaved(String lab, Messages messages) {
            return Unsaved.DISCARD;
        }

        @Override
        public Optional<Path> open(String folder, Messages messages) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> other(String folder, String key, Messages messages) {
            return Optional.empty();
        }
    }
}

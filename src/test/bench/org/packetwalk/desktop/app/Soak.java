package org.packetwalk.desktop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.packetwalk.desktop.model.LabCard;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.timeline.TimelineModel;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Grain;

/**
 * The window under random hands: it opens labs, traces, plays, seeks, edits, undoes and switches colours, language and grain, and
 * counts exceptions, frames that took longer than 250 ms, and the heap after a collection each minute. It needs a display:
 *
 * <pre>mvn -Pbench test-compile exec:exec -DbenchMain=org.packetwalk.desktop.app.Soak -Dbench=60</pre>
 *
 * <p>The argument is the number of minutes.
 */
public final class Soak {
    private static final long FROZEN_NANOS = 250_000_000;
    private static final long EVERY_NANOS = 400_000_000;

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

    private Soak() {
        window.computeBy(worker);
        desktop = new DesktopWindow(new SessionWalks(LabCatalog.all()), window, Fonts.load(), 1600, 1000);
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
            private long last;
            private long acted;
            private long collected = begin;

            @Override
            public void handle(long ignored) {
                long now = System.nanoTime();
                if (last != 0) {
                    frames++;
                    longest = Math.max(longest, now - last);
                    frozen += now - last > FROZEN_NANOS ? 1 : 0;
                }
                last = now;
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
                    last = System.nanoTime();
                }
            }
        }.start();
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
            LabCard card = session.labs().get(random.nextInt(session.labs().size()));
            session.open(card.id(), random.nextBoolean() ? TableSetting.SHARED : TableSetting.SEPARATE);
        } else if (steps == 0 || chance < 20) {
            desktop.composition().command().trace();
        } else if (chance < 45) {
            session.seek(random.nextInt(steps));
        } else if (chance < 60) {
            window.speedProperty().set(4);
            time.togglePlay();
        } else if (chance < 75) {
            edit(hosts.get(random.nextInt(hosts.size())));
        } else if (chance < 83) {
            session.document().undo();
        } else if (chance < 87) {
            session.document().redo();
        } else if (chance < 91) {
            session.cut(Grain.values()[random.nextInt(Grain.values().length)]);
        } else if (chance < 96) {
            window.switchTheme();
        } else if (chance < 98) {
            window.languageProperty().set(random.nextBoolean() ? Locale.ENGLISH : Locale.CHINESE);
        } else {
            time.runToNext();
        }
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
}

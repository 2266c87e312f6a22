package org.packetwalk.desktop.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;

import org.packetwalk.desktop.model.Busy;
import org.packetwalk.desktop.model.Pending;
import org.packetwalk.desktop.model.Work;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.Stopped;

/**
 * The one thread beside the window's: it computes what takes time, one thing after the other. All its methods are called on the
 * window's thread, and what was computed is let happen there; so the session has one owner and needs no lock.
 */
public final class Worker implements Work {
    private static final double LOOK_MILLIS = 100;
    private static final long SHOWN_AFTER_NANOS = 500_000_000;
    private static final long ABANDONED_AFTER_NANOS = 1_000_000_000;

    private static final Runnable NOTHING_ASIDE = () -> {};

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Runnable aside = NOTHING_ASIDE;
    private final Timeline looking = new Timeline(new KeyFrame(Duration.millis(LOOK_MILLIS), event -> look()));
    private final Consumer<Busy> shown;
    private ExecutorService thread = thread();
    private Watched now = Watched.NOTHING;

    /** A worker that tells what has been going on for half a second, and when it has ended. */
    public Worker(Consumer<Busy> shown) {
        this.shown = shown;
        looking.setCycleCount(Timeline.INDEFINITE);
    }

    @Override
    public <T> void run(String title, Supplier<Pending<T>> begin, Consumer<T> end) {
        inTurn(() -> compute(new Watched(title, false), begin.get(), end));
    }

    @Override
    public <T> void aside(String title, Supplier<Pending<T>> begin, Consumer<T> end) {
        giveWay();
        aside = () -> compute(new Watched(title, true), begin.get(), end);
        next();
    }

    /** What nobody waits for is left where it is. */
    private void giveWay() {
        if (now.aside) {
            now.stop();
            thread.shutdownNow();
            thread = thread();
            rest();
        }
    }

    @Override
    public void inTurn(Runnable action) {
        giveWay();
        if (now == Watched.NOTHING && waiting.isEmpty()) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    /** Whether nothing is being computed and nothing waits. */
    public boolean idle() {
        return now == Watched.NOTHING && waiting.isEmpty();
    }

    private <T> void compute(Watched watched, Pending<T> pending, Consumer<T> end) {
        now = watched;
        looking.play();
        thread.execute(() -> {
            try {
                Supplier<T> happening = pending.compute(watched);
                Platform.runLater(() -> ended(watched, () -> end.accept(happening.get())));
            } catch (Stopped stopped) {
                Platform.runLater(() -> ended(watched, () -> {}));
            } catch (RuntimeException | StackOverflowError fault) {
                Platform.runLater(() -> ended(watched, () -> {
                    throw fault;
                }));
            }
        });
    }

    /** Lets happen what was computed, and begins what waits; what was abandoned has no effect any more. */
    private void ended(Watched watched, Runnable happening) {
        if (watched != now) {
            return;
        }
        rest();
        try {
            happening.run();
        } finally {
            next();
        }
    }

    private void rest() {
        now = Watched.NOTHING;
        looking.stop();
        shown.accept(Busy.NOT);
    }

    private void next() {
        while (now == Watched.NOTHING && !waiting.isEmpty()) {
            waiting.poll().run();
        }
        if (now == Watched.NOTHING && aside != NOTHING_ASIDE) {
            Runnable begun = aside;
            aside = NOTHING_ASIDE;
            begun.run();
        }
    }

    private void look() {
        Watched watched = now;
        long nanos = System.nanoTime();
        if (watched.stoppedAt != 0 && nanos - watched.stoppedAt > ABANDONED_AFTER_NANOS) {
            // it does not ask whether to go on: it may end when it likes, nobody waits for it
            thread.shutdownNow();
            thread = thread();
            rest();
            next();
        } else if (nanos - watched.begun > SHOWN_AFTER_NANOS) {
            shown.accept(new Busy(watched.title, watched.events, watched::stop));
        }
    }

    private static ExecutorService thread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "simulation");
            made.setDaemon(true);
            return made;
        });
    }

    /** Something that is being computed: it counts its events, and ends with the next one after it was stopped. */
    private static final class Watched implements SnapshotSink {
        private static final Watched NOTHING = new Watched("", false);

        private final String title;
        private final boolean aside;
        private final long begun = System.nanoTime();
        private volatile int events;
        private volatile long stoppedAt;

        Watched(String title, boolean aside) {
            this.title = title;
            this.aside = aside;
        }

        void stop() {
            stoppedAt = System.nanoTime();
        }

        @Override
        public void accept(Snapshot snapshot) {
            events = events + 1;
            if (stoppedAt != 0) {
                throw new Stopped();
            }
        }
    }
}

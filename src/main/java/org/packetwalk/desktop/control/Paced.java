package org.packetwalk.desktop.control;

import java.util.function.Consumer;

import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/**
 * Brings a value to its view without hurry: while the steps are played, some frames after the picture, so that not everything
 * that changes with a step is built in one frame; otherwise at once. A view that cannot be seen follows its value with {@code
 * value.when(shown)} and costs nothing.
 */
public final class Paced<T> {
    private final ObservableValue<T> value;
    private final Consumer<? super T> show;
    private final Waiting waiting;

    private Paced(ObservableValue<T> value, int frames, Consumer<? super T> show) {
        this.value = value;
        this.show = show;
        this.waiting = new Waiting(frames);
    }

    /**
     * Shows a value now and each of its changes later.
     *
     * @param playing whether the steps are played
     * @param frames how many frames after the change it is shown then
     */
    public static <T> void follow(
            ObservableValue<T> value, ObservableBooleanValue playing, int frames, Consumer<? super T> show) {
        Paced<T> paced = new Paced<>(value, frames, show);
        show.accept(value.getValue());
        value.addListener((property, before, now) -> paced.changed(playing.get()));
        playing.addListener((property, before, now) -> paced.settle(now));
    }

    private void changed(boolean playing) {
        if (playing) {
            waiting.begin();
        } else {
            waiting.stop();
            show.accept(value.getValue());
        }
    }

    /** Playing has ended: what still waits is shown. */
    private void settle(boolean playing) {
        if (!playing && waiting.runs) {
            waiting.stop();
            show.accept(value.getValue());
        }
    }

    private final class Waiting extends AnimationTimer {
        private final int frames;
        private int left;
        private boolean runs;

        Waiting(int frames) {
            this.frames = frames;
        }

        void begin() {
            left = frames;
            runs = true;
            start();
        }

        @Override
        public void stop() {
            runs = false;
            super.stop();
        }

        @Override
        public void handle(long now) {
            left--;
            if (left <= 0) {
                stop();
                show.accept(value.getValue());
            }
        }
    }
}

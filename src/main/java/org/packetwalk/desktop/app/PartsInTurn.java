package org.packetwalk.desktop.app;

import javafx.animation.AnimationTimer;

import org.packetwalk.desktop.control.Parts;

/** Makes the parts that are not seen yet, one in each few frames, so that none is late for what happens meanwhile. */
final class PartsInTurn extends AnimationTimer {
    private static final int FRAMES_APART = 4;

    private final Parts parts;
    private int frames;

    PartsInTurn(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void handle(long now) {
        frames++;
        if (frames % FRAMES_APART == 0 && !parts.makeNext()) {
            stop();
        }
    }
}

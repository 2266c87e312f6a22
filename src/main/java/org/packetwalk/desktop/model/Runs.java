package org.packetwalk.desktop.model;

import org.packetwalk.diagram.Subject;

/** Asks the time bar to run on until a packet has come somewhere: the panels in which one can point there do not know it. */
public final class Runs {
    /** Who runs. */
    public interface Runner {
        /** Runs to the next step in which a packet comes to what a filter means. */
        void until(String expression);

        /** Runs to a step, counted from 0. */
        void to(int step);
    }

    private static final Runner NOBODY = new Runner() {
        @Override
        public void until(String expression) {
            // there is no time bar
        }

        @Override
        public void to(int step) {
            // there is no time bar
        }
    };

    private Runner runner = NOBODY;

    /** Who runs from now on. */
    public void by(Runner next) {
        runner = next;
    }

    /** Runs until a packet comes to a thing of the picture; whether it is one that packets come to. */
    public boolean until(Subject subject) {
        var expression = Breakpoints.expression(subject);
        expression.ifPresent(runner::until);
        return expression.isPresent();
    }

    /** Runs to a step, counted from 0. */
    public void to(int step) {
        runner.to(step);
    }
}

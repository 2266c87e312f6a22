package org.packetwalk.desktop.model;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Who computes what takes time, one thing after the other, so that each begins where the one before has ended. */
public interface Work {
    /** Computes where it is called, at once: without a window, and in tests. */
    Work AT_ONCE = new AtOnce();

    /**
     * Does something in its turn.
     *
     * @param title what it is, as it was typed
     * @param begin looks at how things stand when its turn has come, on the window's thread
     * @param end is given what came of it, on the window's thread
     */
    <T> void run(String title, Supplier<Pending<T>> begin, Consumer<T> end);

    /**
     * Does something for which nobody waits: it begins when nothing else is to be done, gives way to whatever is asked for
     * then, and to the next of its kind. The arguments are those of {@link #run}.
     */
    <T> void aside(String title, Supplier<Pending<T>> begin, Consumer<T> end);

    /** Does something short in its turn, on the window's thread: at once if nothing is being computed. */
    void inTurn(Runnable action);

    /** See {@link #AT_ONCE}. */
    final class AtOnce implements Work {
        private AtOnce() {}

        @Override
        public <T> void run(String title, Supplier<Pending<T>> begin, Consumer<T> end) {
            end.accept(begin.get().now());
        }

        @Override
        public <T> void aside(String title, Supplier<Pending<T>> begin, Consumer<T> end) {
            run(title, begin, end);
        }

        @Override
        public void inTurn(Runnable action) {
            action.run();
        }
    }
}

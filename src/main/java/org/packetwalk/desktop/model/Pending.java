package org.packetwalk.desktop.model;

import java.util.function.Supplier;

import org.packetwalk.sim.SnapshotSink;

/**
 * Something that takes time to compute, and then is let happen. Computing looks only at values that do not change, so that it
 * may go on beside the window; what it answers is called on the window's thread and changes the session at once.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Pending<T> {

    /**
     * Computes.
     *
     * @param watch is given each event as it comes, and throws {@link org.packetwalk.sim.Stopped} to end it early
     */
    Supplier<T> compute(SnapshotSink watch);

    /** Computes and lets it happen at once. */
    default T now() {
        return compute(SnapshotSink.NONE).get();
    }

    /** Nothing to compute. */
    static <T> Pending<T> of(Supplier<T> happening) {
        return watch -> happening;
    }
}

package org.packetwalk.sim;

/** Takes snapshots as they come. */
@FunctionalInterface
public interface SnapshotSink {

    /** Keeps nothing. */
    SnapshotSink NONE = snapshot -> {};

    /** Takes one event and the world right after it. */
    void accept(Snapshot snapshot);
}

package org.packetwalk.sim;

/**
 * Thrown by a {@link SnapshotSink} that takes no more: whoever waits for the run has stopped it. What was taken before is true.
 */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Without a stack trace, which would be that of the run. */
    public Stopped() {
        super("stopped", null, false, false);
    }
}

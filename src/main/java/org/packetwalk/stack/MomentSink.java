package org.packetwalk.stack;

import org.packetwalk.trace.TraceEvent;

/** Takes what happens, one event after the other, with the machine as it is then. */
@FunctionalInterface
public interface MomentSink {

    /** Keeps nothing: for runs of which only the end matters. */
    MomentSink NONE = (event, after) -> {};

    /** Takes one event and the machine right after it. */
    void accept(TraceEvent event, Machine after);
}

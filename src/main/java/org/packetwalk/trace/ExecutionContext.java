package org.packetwalk.trace;

import java.util.Locale;

/** Who runs the kernel code of an event. */
public enum ExecutionContext {
    /** A program in a system call. */
    PROCESS,
    /** Receive processing ({@code process_backlog}). */
    RX,
    /** An expired timer. */
    TIMER,
    /** Deferred work. */
    WORK;

    /** The word of a recording. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

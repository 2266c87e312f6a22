package org.packetwalk.export.recording;

import java.util.Locale;

/** What two recordings are compared by. */
public enum Score {
    /** Lines whose exit status, standard output and standard error are equal. */
    ANSWERS,
    /** Captured packets, in order. */
    PACKETS,
    /** Kernel events, in order, without their call chains. */
    EVENTS,
    /** Of the events that match, those whose call chain is equal too. */
    CHAINS,
    /** Counters that moved, with the same amounts. */
    COUNTERS,
    /** The hosts after the setup and at the end. */
    STATE;

    /** The word that {@code compare} prints. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a lab conforms only if this is 1. */
    public boolean required() {
        return this != CHAINS && this != COUNTERS;
    }
}

package org.packetwalk.desktop.model;

/** The tabs of the log. */
public enum LogTab {
    /** Every step as a row. */
    EVENTS,
    /** Commands and what they print. */
    CONSOLE,
    /** Frames as tcpdump prints them. */
    CAPTURE,
    /** Steps that were kept. */
    NOTES
}

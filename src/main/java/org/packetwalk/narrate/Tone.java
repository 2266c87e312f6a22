package org.packetwalk.narrate;

/** How a sentence is meant; the reason card takes its look from it. */
public enum Tone {
    /** Something happened, as it should. */
    PLAIN,
    /** Something waits for something else. */
    WAITING,
    /** The packet ends here before its time. */
    DROPPED,
    /** A program is told of an error. */
    REFUSED
}

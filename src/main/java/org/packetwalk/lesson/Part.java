package org.packetwalk.lesson;

/** The parts of a lesson, in their order. */
public enum Part {
    /** What somebody has noticed. */
    SYMPTOM,
    /** What will happen; asked before it can be seen. */
    PREDICT,
    /** What to look at. */
    WATCH,
    /** Why it is so. */
    EXPLAIN,
    /** What to change. */
    CHANGE,
    /** Whether it has helped. */
    CHECK
}

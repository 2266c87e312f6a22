package org.packetwalk.desktop.model;

/** What came of opening a saved trace. */
public enum Reopening {
    /** The command did the same again: there are pictures, and one can go on from here. */
    AS_IT_WAS,
    /** The command does something else in this version: steps and reasons are those of the file, without pictures. */
    FROM_THE_FILE,
    /** What the file says of its events does not fit together; nothing has changed. */
    REFUSED
}

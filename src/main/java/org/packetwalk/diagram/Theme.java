package org.packetwalk.diagram;

/** The sets of colours. Light is the default, because projectors wash out dark pictures. */
public enum Theme {
    /** Ink on paper. */
    LIGHT,
    /** For dark rooms. */
    DARK,
    /** Black ground, white and bright lines: text at 7:1 or more. */
    CONTRAST
}

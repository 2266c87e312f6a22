package org.packetwalk.diagram;

/** The two sets of colours. Light is the default, because projectors wash out dark pictures. */
public enum Theme {
    LIGHT,
    DARK
}

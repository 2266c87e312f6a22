package org.packetwalk.capture;

/** The captured bytes end before what was to be read; it never leaves this package. */
final class Truncated extends RuntimeException {

    private static final long serialVersionUID = 1;

    Truncated() {
        super("captured bytes end", null, false, false);
    }
}

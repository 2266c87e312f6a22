package org.packetwalk.desktop.app;

/** How the attempt to open the window ended. */
public sealed interface LaunchOutcome
        permits LaunchOutcome.Closed, LaunchOutcome.NoDisplay, LaunchOutcome.MissingLibrary, LaunchOutcome.Failed {

    /** The window was open, and was closed. */
    record Closed() implements LaunchOutcome {}

    /** There is no display a window could open on. */
    record NoDisplay() implements LaunchOutcome {}

    /**
     * A library of the system is missing.
     *
     * @param name what has to be installed, as Debian names it
     */
    record MissingLibrary(String name) implements LaunchOutcome {}

    /** Something else went wrong. */
    record Failed(Throwable cause) implements LaunchOutcome {}
}

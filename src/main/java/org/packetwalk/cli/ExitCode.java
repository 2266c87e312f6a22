package org.packetwalk.cli;

/** How the program ends; scripts rely on the numbers. */
final class ExitCode {

    /** All done; the network may have failed as it does on Linux. */
    static final int DONE = 0;

    /** A command or a comparison failed. */
    static final int FAILED = 1;

    /** Wrong words on the command line, or a file that cannot be used. */
    static final int USAGE = 2;

    /** A fault of this program ({@code EX_SOFTWARE}). */
    static final int FAULT = 70;

    private ExitCode() {}
}

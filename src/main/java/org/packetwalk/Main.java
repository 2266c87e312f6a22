package org.packetwalk;

/** Chooses between the window and the command line. */
public final class Main {

    private Main() {}

    /** Starts the program. */
    public static void main(String[] args) {}
}

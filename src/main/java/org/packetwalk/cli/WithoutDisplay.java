package org.packetwalk.cli;

import org.packetwalk.lab.LabCatalog;

/** What the program does where no window can open: it says so and tells the default lab's walk as text. */
public final class WithoutDisplay {

    private WithoutDisplay() {}

    /** Prints the line and the walk; answers the exit code. */
    public static int print(Console console) {
        console.err()
                .println("packetwalk: there is no display to open the window on; \"xvfb-run -a\" in front of the"
                        + " command gives one. Here is the default lab's walk as text.");
        console.out()
                .print(WalkCommand.ofDefaultLab(
                        LabCatalog.lab(LabCatalog.names().get(0))));
        console.out().flush();
        console.err().flush();
        return ExitCode.DONE;
    }
}

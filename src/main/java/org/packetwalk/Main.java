package org.packetwalk;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.packetwalk.cli.CommandLineProgram;
import org.packetwalk.cli.Console;

/** Chooses between the window and the command line. It is no JavaFX application: a launcher from the class path refuses those. */
public final class Main {

    private Main() {}

    /** Starts the program. */
    public static void main(String[] args) {
        Console console = new Console(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        int exit = args.length == 0 ? WindowProgram.run(console) : CommandLineProgram.run(List.of(args), console);
        console.out().flush();
        console.err().flush();
        System.exit(exit);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}

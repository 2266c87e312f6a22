package org.packetwalk.program;

/**
 * A user program as a value: what it has done so far. It runs in turns; in each it makes system calls until it would
 * block.
 */
public interface Program {

    /** The name it is known by, such as {@code ping}. */
    String name();

    /** Runs until the program ends or would block. */
    Turn resume(ProgramContext context);

    /** What the program does on {@code SIGTERM} or {@code SIGINT}; most of them just end. */
    default Turn.Exited terminate(ProgramContext context) {
        return new Turn.Exited(Turn.TERMINATED);
    }

    /** The program with its standard input, which is all there when it starts. */
    default Program reading(String standardInput) {
        return this;
    }
}

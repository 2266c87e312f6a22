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

    /** What the program does on {@code SIGTERM}; most of them just end. */
    default Turn.Exited terminate(ProgramContext context) {
        return new Turn.Exited(Turn.TERMINATED);
    }

    /** What the program does on {@code SIGINT}, as Ctrl+C sends it; most of them treat it as {@code SIGTERM}. */
    default Turn.Exited interrupt(ProgramContext context) {
        return terminate(context);
    }

    /** Whether it ends only when somebody interrupts it, as {@code ping} without a number of requests does. */
    default boolean endless() {
        return false;
    }

    /** The program with its standard input, which is all there when it starts. */
    default Program reading(String standardInput) {
        return this;
    }
}

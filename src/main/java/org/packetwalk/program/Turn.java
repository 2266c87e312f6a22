package org.packetwalk.program;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.socket.SocketId;

/** How a turn of a program ended. */
public sealed interface Turn {

    /** The exit status of a program that was ended by {@code SIGTERM}: 128 and the number of the signal. */
    int TERMINATED = 143;

    /** The deadline of a wait without one. */
    SimTime NEVER = new SimTime(Long.MAX_VALUE);

    /**
     * The program waits for a moment.
     *
     * @param next the program as it goes on
     */
    record Sleeping(Program next, SimTime until) implements Turn {}

    /**
     * The program waits until a socket can be read.
     *
     * @param next the program as it goes on
     * @param deadline when it goes on anyway, {@link #NEVER} if it does not
     */
    record Polling(Program next, SocketId socket, SimTime deadline) implements Turn {}

    /**
     * The program waits until a socket can be written: a connection is open or has failed.
     *
     * @param next the program as it goes on
     * @param deadline when it goes on anyway, {@link #NEVER} if it does not
     */
    record Writing(Program next, SocketId socket, SimTime deadline) implements Turn {}

    /**
     * The program has ended.
     *
     * @param status its exit status, 0 to 255
     */
    record Exited(int status) implements Turn {}
}

package org.packetwalk.kernel.socket;

/** The identity of a socket within a machine, 1 and up in order of creation. */
public record SocketId(int number) implements Comparable<SocketId> {

    @Override
    public int compareTo(SocketId other) {
        return Integer.compare(number, other.number);
    }
}

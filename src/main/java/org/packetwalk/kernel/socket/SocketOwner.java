package org.packetwalk.kernel.socket;

/**
 * The program that holds a socket.
 *
 * @param program its name
 * @param pid its number, 0 if unknown
 * @param descriptor its number for the socket, 3 and up
 */
public record SocketOwner(String program, int pid, int descriptor) {

    /** Nobody: the kernel alone still knows the socket. */
    public static final SocketOwner NOBODY = new SocketOwner("", 0, -1);
}

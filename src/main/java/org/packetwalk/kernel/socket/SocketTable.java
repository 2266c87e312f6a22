package org.packetwalk.kernel.socket;

import java.util.Collection;
import java.util.Optional;

import org.pcollections.TreePMap;

/** The open sockets of a namespace, in order of creation. */
public final class SocketTable {

    /** No socket. */
    public static final SocketTable EMPTY = new SocketTable(TreePMap.empty());

    private final TreePMap<SocketId, Socket> sockets;

    private SocketTable(TreePMap<SocketId, Socket> sockets) {
        this.sockets = sockets;
    }

    /** A socket, if it is open. */
    public Optional<Socket> find(SocketId id) {
        return Optional.ofNullable(sockets.get(id));
    }

    /** All open sockets, oldest first. */
    public Collection<Socket> all() {
        return sockets.values();
    }

    /** The table with a socket added or changed. */
    public SocketTable with(Socket socket) {
        return new SocketTable(sockets.plus(socket.id(), socket));
    }

    /** The table without a socket. */
    public SocketTable without(SocketId id) {
        return new SocketTable(sockets.minus(id));
    }
}

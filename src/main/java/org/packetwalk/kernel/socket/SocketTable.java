package org.packetwalk.kernel.socket;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.pcollections.TreePMap;

import org.packetwalk.kernel.DestinationEntry;

/** The open sockets of a namespace, in order of creation. */
public final class SocketTable {

    /** No socket. */
    public static final SocketTable EMPTY = new SocketTable(TreePMap.empty(), TreePMap.empty());

    private final TreePMap<SocketId, Socket> sockets;
    private final TreePMap<SocketId, SocketOwner> owners;

    private SocketTable(TreePMap<SocketId, Socket> sockets, TreePMap<SocketId, SocketOwner> owners) {
        this.sockets = sockets;
        this.owners = owners;
    }

    /** A socket, if it is open. */
    public Optional<Socket> find(SocketId id) {
        return Optional.ofNullable(sockets.get(id));
    }

    /** Whether a packet socket for every protocol is open. */
    public boolean tapped() {
        for (Socket socket : sockets.values()) {
            if (socket instanceof PacketTap) {
                return true;
            }
        }
        return false;
    }

    /** All open sockets, oldest first. */
    public Collection<Socket> all() {
        return sockets.values();
    }

    /** The table with a socket added or changed. */
    public SocketTable with(Socket socket) {
        return new SocketTable(sockets.plus(socket.id(), socket), owners);
    }

    /** The table after a change of the routing: no socket trusts the IPv4 route it keeps ({@code rt_genid_bump_ipv4}). */
    public SocketTable doubting() {
        return doubting(route -> true);
    }

    /** The table in which no socket trusts an IPv4 route like these ({@code DST_OBSOLETE_KILL}). */
    public SocketTable doubting(Predicate<DestinationEntry> routes) {
        SocketTable now = this;
        for (Socket socket : sockets.values()) {
            Socket doubting = socket.doubting(
                    kept -> kept instanceof DestinationEntry route && route.isPresent() && routes.test(route));
            if (doubting != socket) {
                now = now.with(doubting);
            }
        }
        return now;
    }

    /** The table without a socket. */
    public SocketTable without(SocketId id) {
        return new SocketTable(sockets.minus(id), owners.minus(id));
    }

    /** Who holds a socket. */
    public SocketOwner owner(SocketId id) {
        return owners.getOrDefault(id, SocketOwner.NOBODY);
    }

    /** The table with a socket held by a program. */
    public SocketTable owned(SocketId id, SocketOwner owner) {
        return new SocketTable(sockets, owners.plus(id, owner));
    }

    /** The table with a socket that its program has closed. */
    public SocketTable released(SocketId id) {
        return new SocketTable(sockets, owners.minus(id));
    }

    /** The sockets that a program holds, oldest first. */
    public List<SocketId> heldBy(int pid) {
        return owners.entrySet().stream()
                .filter(entry -> entry.getValue().pid() == pid)
                .map(Map.Entry::getKey)
                .toList();
    }
}

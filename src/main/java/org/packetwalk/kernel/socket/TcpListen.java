package org.packetwalk.kernel.socket;

import java.util.ArrayList;
import java.util.List;

/**
 * The queues of a listening TCP socket.
 *
 * @param backlog the most connections that wait, as {@code listen} was told
 * @param requests handshakes under way, oldest first
 * @param established connections that wait for {@code accept}, oldest first
 */
public record TcpListen(int backlog, List<TcpRequest> requests, List<SocketId> established) {

    /** Of a socket that does not listen. */
    public static final TcpListen NONE = new TcpListen(0, List.of(), List.of());

    /** Copies the lists. */
    public TcpListen {
        requests = List.copyOf(requests);
        established = List.copyOf(established);
    }

    /** {@code sk_acceptq_is_full}. */
    public boolean full() {
        return established.size() > backlog;
    }

    /** With a request added or replaced. */
    public TcpListen with(TcpRequest request) {
        List<TcpRequest> now = new ArrayList<>(without(request).requests);
        now.add(request);
        return new TcpListen(backlog, now, established);
    }

    /** Without a request. */
    public TcpListen without(TcpRequest request) {
        List<TcpRequest> left = requests.stream()
                .filter(other -> !other.remote().equals(request.remote())
                        || !other.local().equals(request.local()))
                .toList();
        return new TcpListen(backlog, left, established);
    }

    /** With other connections waiting. */
    public TcpListen withEstablished(List<SocketId> now) {
        return new TcpListen(backlog, requests, now);
    }
}

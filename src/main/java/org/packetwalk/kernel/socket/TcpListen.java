package org.packetwalk.kernel.socket;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.SimTime;

/**
 * The queues of a listening TCP socket.
 *
 * @param backlog the most connections that wait, as {@code listen} was told
 * @param requests handshakes under way, oldest first
 * @param established connections that wait for {@code accept}, oldest first
 * @param cookieSent when a SYN was last answered with a cookie, {@link #NEVER} if none was
 */
public record TcpListen(int backlog, List<TcpRequest> requests, List<SocketId> established, SimTime cookieSent) {

    /** No SYN was answered with a cookie. */
    public static final SimTime NEVER = new SimTime(-1);

    /** {@code TCP_SYNCOOKIE_VALID} in nanoseconds. */
    private static final long COOKIES_VALID = 120_000_000_000L;

    /** Of a socket that does not listen. */
    public static final TcpListen NONE = new TcpListen(0, List.of(), List.of(), NEVER);

    /** Copies the lists. */
    public TcpListen {
        requests = List.copyOf(requests);
        established = List.copyOf(established);
    }

    /** {@code sk_acceptq_is_full}. */
    public boolean full() {
        return established.size() > backlog;
    }

    /** {@code inet_csk_reqsk_queue_is_full}: more handshakes are under way than may wait. */
    public boolean crowded() {
        return requests.size() > backlog;
    }

    /** {@code tcp_synq_no_recent_overflow}, the other way: whether an answer to a cookie may come at a moment. */
    public boolean expectsCookies(SimTime now) {
        return !cookieSent.equals(NEVER) && now.since(cookieSent) <= COOKIES_VALID;
    }

    /** With another number of connections that may wait. */
    public TcpListen withBacklog(int most) {
        return new TcpListen(most, requests, established, cookieSent);
    }

    /** After a SYN was answered with a cookie. */
    public TcpListen sentCookie(SimTime now) {
        return new TcpListen(backlog, requests, established, now);
    }

    /** With a request added or replaced. */
    public TcpListen with(TcpRequest request) {
        List<TcpRequest> now = new ArrayList<>(without(request).requests);
        now.add(request);
        return new TcpListen(backlog, now, established, cookieSent);
    }

    /** Without a request. */
    public TcpListen without(TcpRequest request) {
        List<TcpRequest> left = requests.stream()
                .filter(other -> !other.remote().equals(request.remote())
                        || !other.local().equals(request.local()))
                .toList();
        return new TcpListen(backlog, left, established, cookieSent);
    }

    /** With other connections waiting. */
    public TcpListen withEstablished(List<SocketId> now) {
        return new TcpListen(backlog, requests, now, cookieSent);
    }
}

package org.packetwalk.program;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;

/**
 * What a ping has done so far.
 *
 * @param socket its raw socket
 * @param target whom it pings
 * @param id the identifier of its echo requests, 1 to 65535
 * @param started when it began
 * @param exitAt when it stops waiting, {@link Turn#NEVER} while requests are due
 * @param requests its requests
 * @param roundTrips what the replies measured
 * @param errors ICMP and local errors
 * @param pace what sets its pace
 */
public record PingRun(
        SocketId socket,
        Endpoint target,
        int id,
        SimTime started,
        SimTime exitAt,
        EchoRequests requests,
        RoundTrips roundTrips,
        long errors,
        PingPace pace) {

    /** Nothing done yet. */
    static final PingRun NEW = begin(new SocketId(0), Endpoint.ANY, 0, SimTime.ZERO, 0);

    /** The socket is open and the first request due. */
    static PingRun begin(SocketId socket, Endpoint target, int id, SimTime now, long intervalNanos) {
        return new PingRun(
                socket,
                target,
                id,
                now,
                Turn.NEVER,
                EchoRequests.dueAt(now),
                RoundTrips.NONE,
                0,
                PingPace.begin(intervalNanos));
    }

    /** Requests sent. */
    long transmitted() {
        return requests.transmitted();
    }

    /** Requests that were replied to. */
    long received() {
        return roundTrips.count() - roundTrips.repeats();
    }

    /** Whether a request has a reply. */
    boolean answered(int sequence) {
        return requests.answered().contains(sequence);
    }

    /** When the next request is due. */
    SimTime nextSend() {
        return requests.next();
    }

    /** Whether it only waits for replies any more. */
    boolean exitScheduled() {
        return !exitAt.equals(Turn.NEVER);
    }

    /** When a request was sent, the beginning if it was not. */
    SimTime sentAt(int sequence) {
        return requests.sent().getOrDefault(sequence, started);
    }

    /** Stopping to wait at a moment. */
    PingRun exitAt(SimTime at) {
        return new PingRun(socket, target, id, started, at, requests, roundTrips, errors, pace);
    }

    /** After a request was sent; the next is due at {@code next}. */
    PingRun sent(SimTime at, SimTime next) {
        return with(requests.sent(at, next));
    }

    /** After a request for which there was no room; the next try is due at {@code next}. */
    PingRun heldUp(SimTime next) {
        return with(requests.heldUp(next));
    }

    /** After a request for which there was room. */
    PingRun flowing() {
        return with(requests.flowing());
    }

    /** After a reply with a round trip in nanoseconds. */
    PingRun received(int sequence, long roundTrip) {
        return new PingRun(
                socket,
                target,
                id,
                started,
                exitAt,
                requests.answeredOnce(sequence),
                roundTrips.and(roundTrip, answered(sequence)),
                errors,
                pace);
    }

    /** After an error. */
    PingRun failed() {
        return new PingRun(socket, target, id, started, exitAt, requests, roundTrips, errors + 1, pace);
    }

    /** After something came back for a request ({@code acknowledge}). */
    PingRun acknowledged(int sequence) {
        return with(requests.acknowledged(sequence)).with(pace.acknowledged(transmitted(), sequence));
    }

    /** With another pace. */
    PingRun with(PingPace now) {
        return new PingRun(socket, target, id, started, exitAt, requests, roundTrips, errors, now);
    }

    private PingRun with(EchoRequests now) {
        return new PingRun(socket, target, id, started, exitAt, now, roundTrips, errors, pace);
    }
}

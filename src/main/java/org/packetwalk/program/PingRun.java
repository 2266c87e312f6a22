package org.packetwalk.program;

import org.pcollections.TreePMap;

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
 * @param nextSend when the next request is due
 * @param exitAt when it stops waiting, {@link Turn#NEVER} while requests are due
 * @param transmitted requests sent
 * @param received replies
 * @param errors ICMP and local errors
 * @param sent when each sequence number was sent
 * @param total the sum of the round trips in nanoseconds
 * @param squares the sum of the squares of the round trips in microseconds
 * @param shortest the shortest round trip in nanoseconds
 * @param longest the longest round trip in nanoseconds
 * @param holdUps how often in a row the queue was full
 * @param pipe the most requests that were under way when an answer came
 * @param pace what sets its pace
 */
public record PingRun(
        SocketId socket,
        Endpoint target,
        int id,
        SimTime started,
        SimTime nextSend,
        SimTime exitAt,
        long transmitted,
        long received,
        long errors,
        TreePMap<Integer, SimTime> sent,
        long total,
        double squares,
        long shortest,
        long longest,
        int holdUps,
        int pipe,
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
                now,
                Turn.NEVER,
                0,
                0,
                0,
                TreePMap.empty(),
                0,
                0,
                Long.MAX_VALUE,
                0,
                0,
                0,
                PingPace.begin(intervalNanos));
    }

    /** Whether it only waits for replies any more. */
    boolean exitScheduled() {
        return !exitAt.equals(Turn.NEVER);
    }

    /** When a request was sent, the beginning if it was not. */
    SimTime sentAt(int sequence) {
        return sent.getOrDefault(sequence, started);
    }

    /** Stopping to wait at a moment. */
    PingRun exitAt(SimTime at) {
        return new PingRun(
                socket,
                target,
                id,
                started,
                nextSend,
                at,
                transmitted,
                received,
                errors,
                sent,
                total,
                squares,
                shortest,
                longest,
                holdUps,
                pipe,
                pace);
    }

    /** After a request was sent; the next is due at {@code next}. */
    PingRun sent(SimTime at, SimTime next) {
        return new PingRun(
                socket,
                target,
                id,
                started,
                next,
                exitAt,
                transmitted + 1,
                received,
                errors,
                sent.plus((int) (transmitted + 1 & 0xffff), at),
                total,
                squares,
                shortest,
                longest,
                holdUps,
                pipe,
                pace);
    }

    /** After a reply with a round trip in nanoseconds. */
    PingRun received(long roundTrip) {
        double micros = roundTrip / 1000.0;
        return new PingRun(
                socket,
                target,
                id,
                started,
                nextSend,
                exitAt,
                transmitted,
                received + 1,
                errors,
                sent,
                total + roundTrip,
                squares + micros * micros,
                Math.min(shortest, roundTrip),
                Math.max(longest, roundTrip),
                holdUps,
                pipe,
                pace);
    }

    /** After an error. */
    PingRun failed() {
        return new PingRun(
                socket,
                target,
                id,
                started,
                nextSend,
                exitAt,
                transmitted,
                received,
                errors + 1,
                sent,
                total,
                squares,
                shortest,
                longest,
                holdUps,
                pipe,
                pace);
    }

    /** After a request for which there was no room; the next try is due at {@code next}. */
    PingRun heldUp(SimTime next) {
        return new PingRun(
                socket,
                target,
                id,
                started,
                next,
                exitAt,
                transmitted,
                received,
                errors,
                sent,
                total,
                squares,
                shortest,
                longest,
                holdUps + 1,
                pipe,
                pace);
    }

    /** After a request for which there was room. */
    PingRun flowing() {
        return new PingRun(
                socket,
                target,
                id,
                started,
                nextSend,
                exitAt,
                transmitted,
                received,
                errors,
                sent,
                total,
                squares,
                shortest,
                longest,
                0,
                pipe,
                pace);
    }

    /** After something came back for a request ({@code acknowledge}): counts how many are under way. */
    PingRun acknowledged(int sequence) {
        int behind = (int) transmitted - sequence & 0xffff;
        return new PingRun(
                socket,
                target,
                id,
                started,
                nextSend,
                exitAt,
                transmitted,
                received,
                errors,
                sent,
                total,
                squares,
                shortest,
                longest,
                holdUps,
                behind > Short.MAX_VALUE ? pipe : Math.max(pipe, behind + 1),
                pace.acknowledged(transmitted, sequence));
    }

    /** With another pace. */
    PingRun with(PingPace now) {
        return new PingRun(
                socket,
                target,
                id,
                started,
                nextSend,
                exitAt,
                transmitted,
                received,
                errors,
                sent,
                total,
                squares,
                shortest,
                longest,
                holdUps,
                pipe,
                now);
    }
}

package org.packetwalk.program;

import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

import org.packetwalk.kernel.SimTime;

/**
 * The echo requests of a ping.
 *
 * @param transmitted how many were sent
 * @param sent when each sequence number was sent
 * @param answered the sequence numbers that were replied to since they were sent last
 * @param next when the next one is due
 * @param holdUps how often in a row the queue was full
 * @param pipe the most that were under way when an answer came
 */
public record EchoRequests(
        long transmitted,
        TreePMap<Integer, SimTime> sent,
        TreePSet<Integer> answered,
        SimTime next,
        int holdUps,
        int pipe) {

    /** None sent, the first due at a moment. */
    static EchoRequests dueAt(SimTime first) {
        return new EchoRequests(0, TreePMap.empty(), TreePSet.empty(), first, 0, 0);
    }

    /** After one more; the next is due at {@code following}. */
    EchoRequests sent(SimTime at, SimTime following) {
        int sequence = (int) (transmitted + 1 & 0xffff);
        return new EchoRequests(
                transmitted + 1, sent.plus(sequence, at), answered.minus(sequence), following, holdUps, pipe);
    }

    /** After one for which there was no room; the next try is due at {@code following}. */
    EchoRequests heldUp(SimTime following) {
        return new EchoRequests(transmitted, sent, answered, following, holdUps + 1, pipe);
    }

    /** After one for which there was room. */
    EchoRequests flowing() {
        return new EchoRequests(transmitted, sent, answered, next, 0, pipe);
    }

    /** After something came back for one: counts how many are under way. */
    EchoRequests acknowledged(int sequence) {
        int behind = (int) transmitted - sequence & 0xffff;
        int most = behind > Short.MAX_VALUE ? pipe : Math.max(pipe, behind + 1);
        return new EchoRequests(transmitted, sent, answered, next, holdUps, most);
    }

    /** After a reply to one ({@code rcvd_set}). */
    EchoRequests answeredOnce(int sequence) {
        return new EchoRequests(transmitted, sent, answered.plus(sequence), next, holdUps, pipe);
    }
}

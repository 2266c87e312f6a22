package org.packetwalk.kernel.socket;

import org.packetwalk.kernel.SimTime;

/**
 * A connection that a listener was asked for and whose handshake is not done ({@code struct tcp_request_sock}, state
 * {@code NEW_SYN_RECV}).
 *
 * @param local the own end
 * @param remote who asks
 * @param device ifindex of the device it is bound to ({@code ir_iif}), 0 if to none
 * @param theirSequence the sequence number of the SYN
 * @param ourSequence the sequence number of the SYN-ACK
 * @param timestamp the timestamp to echo
 * @param mss the largest data of a segment in bytes
 * @param agreement the options it will use
 * @param due when the SYN-ACK is repeated
 * @param timeouts how often it was
 * @param acknowledged whether the last ACK came and found the queue full
 */
public record TcpRequest(
        Endpoint local,
        Endpoint remote,
        int device,
        int theirSequence,
        int ourSequence,
        int timestamp,
        int mss,
        TcpAgreement agreement,
        SimTime due,
        int timeouts,
        boolean acknowledged) {

    /** With another size of segments, in bytes of data. */
    public TcpRequest sized(int newMss) {
        return new TcpRequest(
                local,
                remote,
                device,
                theirSequence,
                ourSequence,
                timestamp,
                newMss,
                agreement,
                due,
                timeouts,
                acknowledged);
    }

    /** With another sequence number of the SYN-ACK. */
    public TcpRequest numbered(int sequence) {
        return new TcpRequest(
                local, remote, device, theirSequence, sequence, timestamp, mss, agreement, due, timeouts, acknowledged);
    }

    /** With the next repetition of the SYN-ACK due at a moment. */
    public TcpRequest repeated(SimTime nextDue) {
        return new TcpRequest(
                local,
                remote,
                device,
                theirSequence,
                ourSequence,
                timestamp,
                mss,
                agreement,
                nextDue,
                timeouts + 1,
                acknowledged);
    }

    /** After its last ACK came too early. */
    public TcpRequest acknowledgedEarly() {
        return new TcpRequest(
                local, remote, device, theirSequence, ourSequence, timestamp, mss, agreement, due, timeouts, true);
    }
}

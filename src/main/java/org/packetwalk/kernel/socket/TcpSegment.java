package org.packetwalk.kernel.socket;

import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.TcpFlags;

/**
 * What a TCP socket has to send or has sent and not had acknowledged: a buffer of its write or retransmission queue.
 *
 * @param sequence the sequence number of its first byte, as the 32 bits of the wire
 * @param flags its flags
 * @param data its data
 * @param buffer the packet buffer of the last transmission, {@link PacketId#NONE} if not sent
 * @param sentAt when it was sent last
 * @param transmissions how often it was sent
 * @param lost {@code TCPCB_LOST}: it is taken for lost and has to be sent again
 * @param arrived {@code TCPCB_SACKED_ACKED}: the other end told that it has it, though not all before it
 */
public record TcpSegment(
        int sequence,
        TcpFlags flags,
        ByteString data,
        PacketId buffer,
        SimTime sentAt,
        int transmissions,
        boolean lost,
        boolean arrived) {

    /** A segment not yet sent. */
    public static TcpSegment unsent(int sequence, TcpFlags flags, ByteString data) {
        return new TcpSegment(sequence, flags, data, PacketId.NONE, SimTime.ZERO, 0, false, false);
    }

    /** The sequence number behind it; SYN and FIN count one each. */
    public int end() {
        return sequence + data.size() + (flags.has(TcpFlags.SYN) ? 1 : 0) + (flags.has(TcpFlags.FIN) ? 1 : 0);
    }

    /** After a transmission. */
    public TcpSegment sent(PacketId now, SimTime at) {
        return new TcpSegment(sequence, flags, data, now, at, transmissions + 1, false, arrived);
    }

    /** With another buffer that its last transmission is in. */
    public TcpSegment in(PacketId now) {
        return new TcpSegment(sequence, flags, data, now, sentAt, transmissions, lost, arrived);
    }

    /** With other flags and data. */
    public TcpSegment with(TcpFlags newFlags, ByteString newData) {
        return new TcpSegment(sequence, newFlags, newData, buffer, sentAt, transmissions, lost, arrived);
    }

    /** Without its first bytes. */
    public TcpSegment without(int bytes) {
        return new TcpSegment(sequence + bytes, flags, data.from(bytes), buffer, sentAt, transmissions, lost, arrived);
    }

    /** Whether it was sent and may still arrive. */
    public boolean underWay() {
        return transmissions > 0 && !lost && !arrived;
    }

    /** Known to have arrived, though not all before it. */
    public TcpSegment outOfOrder() {
        return new TcpSegment(sequence, flags, data, buffer, sentAt, transmissions, false, true);
    }

    /** Taken for lost, unless it is known to have arrived. */
    public TcpSegment missing() {
        return new TcpSegment(
                sequence, flags, data, buffer, sentAt, transmissions, transmissions > 0 && !arrived, arrived);
    }
}

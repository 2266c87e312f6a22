package org.packetwalk.packet;

import org.packetwalk.net.ByteString;

/** A TCP header (RFC 9293 §3.1); sequence and acknowledgment numbers are the 32 bits of the wire. */
public record TcpHeader(
        int sourcePort,
        int destinationPort,
        int sequence,
        int acknowledgment,
        TcpFlags flags,
        int window,
        int urgentPointer,
        ByteString options)
        implements Header {

    /** The bytes of a header without options. */
    public static final int MINIMUM_LENGTH = 20;

    /** The most bytes the options can have: 15 words less the five fixed ones. */
    public static final int MAXIMUM_OPTIONS = 40;

    /**
     * Refuses what does not fit the wire format.
     *
     * @throws IllegalArgumentException if a number is outside its field or the options are no whole words
     */
    public TcpHeader {
        FieldRange.check("TCP source port", sourcePort, 0xffff);
        FieldRange.check("TCP destination port", destinationPort, 0xffff);
        FieldRange.check("TCP window", window, 0xffff);
        FieldRange.check("TCP urgent pointer", urgentPointer, 0xffff);
        FieldRange.check("length of TCP options", options.size(), MAXIMUM_OPTIONS);
        if (options.size() % 4 != 0) {
            throw new IllegalArgumentException("Length of TCP options " + options.size() + " is no multiple of 4.");
        }
    }

    @Override
    public int length() {
        return MINIMUM_LENGTH + options.size();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.tcp(this);
    }

    /** The header length in 32-bit words, as the wire has it. */
    public int dataOffset() {
        return length() / 4;
    }
}

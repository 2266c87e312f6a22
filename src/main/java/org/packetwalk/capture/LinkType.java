package org.packetwalk.capture;

import java.util.Arrays;
import java.util.Optional;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.EtherType;

/** The link headers a capture file may have, by the numbers of the tcpdump group. */
enum LinkType {
    NULL(0, 4),
    ETHERNET(1, 14),
    RAW(101, 0),
    RAW_OF_BSD(12, 0),
    LINUX_SLL(113, 16),
    LINUX_SLL2(276, 20);

    private static final int SLL_TYPE = 14;
    private static final int SLL_DIRECTION = 0;
    private static final int SLL2_DIRECTION = 10;
    private static final int FROM_US = 4;
    private static final int SIX = 6;

    private final int number;
    private final int header;

    LinkType(int number, int header) {
        this.number = number;
        this.header = header;
    }

    static Optional<LinkType> of(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    /**
     * A frame that has an Ethernet header.
     *
     * @param bytes the frame
     * @param direction which way it went, as far as the capture says so
     */
    record Framed(ByteString bytes, Direction direction) {

        CapturedFrame captured(SimTime at, String device) {
            return new CapturedFrame(at, 0, device, device.equals("lo"), direction, -1, bytes);
        }
    }

    /** The frame behind its own header; one that is shorter than its header is empty. */
    Framed frame(ByteString captured) {
        if (captured.size() <= header) {
            return new Framed(ByteString.zeros(CapturedFrame.ETHERNET_HEADER), Direction.IN);
        }
        return switch (this) {
            case ETHERNET -> new Framed(captured, Direction.IN);
            case RAW, RAW_OF_BSD, NULL -> new Framed(behind(version(captured.u8(header)), captured), Direction.IN);
            case LINUX_SLL ->
                new Framed(behind(captured.u16(SLL_TYPE), captured), direction(captured.u16(SLL_DIRECTION)));
            case LINUX_SLL2 -> new Framed(behind(captured.u16(0), captured), direction(captured.u8(SLL2_DIRECTION)));
        };
    }

    private ByteString behind(int etherType, ByteString captured) {
        byte[] ethernet = new byte[CapturedFrame.ETHERNET_HEADER];
        ethernet[12] = (byte) (etherType >> 8);
        ethernet[13] = (byte) etherType;
        return ByteString.of(ethernet).concat(captured.from(header));
    }

    private static int version(int first) {
        return first >> 4 == SIX ? EtherType.IPV6.value() : EtherType.IPV4.value();
    }

    private static Direction direction(int number) {
        return number == FROM_US ? Direction.OUT : Direction.IN;
    }
}

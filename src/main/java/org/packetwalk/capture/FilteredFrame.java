package org.packetwalk.capture;

import org.packetwalk.net.ByteString;

/** A frame as a filter looks at it: without its tag, as the kernel's filters see it. */
final class FilteredFrame {

    private static final int LATER_FRAGMENT = 0x1fff;

    private final CapturedFrame frame;
    private final boolean inKernel;

    /** Looked at by the kernel, which knows the direction, or by libpcap. */
    FilteredFrame(CapturedFrame frame, boolean inKernel) {
        this.frame = frame;
        this.inKernel = inKernel;
    }

    int etherType() {
        return frame.etherType();
    }

    int vlan() {
        return frame.vlan();
    }

    boolean outgoing() {
        if (!inKernel) {
            throw new Truncated();
        }
        return frame.direction() == Direction.OUT;
    }

    long length() {
        return frame.bytes().size();
    }

    /** Bytes from the beginning of the frame. */
    long link(int at, int size) {
        return load(at, size);
    }

    /** Bytes from behind the Ethernet header. */
    long network(int at, int size) {
        return load(CapturedFrame.ETHERNET_HEADER + at, size);
    }

    /** The length of the IP header. */
    int headerLength() {
        return etherType() == EtherTypes.IPV6 ? 40 : (int) (network(0, 1) & 0xf) * 4;
    }

    /** Whether this is a fragment of IPv4 and not the first. */
    boolean laterFragment() {
        return (network(6, 2) & LATER_FRAGMENT) != 0;
    }

    private long load(int at, int size) {
        ByteString bytes = frame.bytes();
        if (at < 0 || at + size > bytes.size()) {
            throw new Truncated();
        }
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes.u8(at + i);
        }
        return value;
    }
}

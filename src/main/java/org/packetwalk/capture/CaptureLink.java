package org.packetwalk.capture;

import org.packetwalk.net.ByteString;

/** What captured bytes begin with ({@code DLT_*}). */
public enum CaptureLink {
    /** An Ethernet header: a capture on one device. */
    ETHERNET("EN10MB (Ethernet)", CapturedFrame.ETHERNET_HEADER),
    /** A cooked header of 16 bytes: a capture on all devices that was not asked for by name. */
    COOKED("LINUX_SLL (Linux cooked v1)", CapturedFrame.COOKED_HEADER_1),
    /** A cooked header of 20 bytes: a capture on all devices. */
    COOKED_2("LINUX_SLL2 (Linux cooked v2)", CapturedFrame.COOKED_HEADER);

    private final String label;
    private final int header;

    CaptureLink(String label, int header) {
        this.label = label;
        this.header = header;
    }

    /** As tcpdump says it when it begins to listen. */
    public String label() {
        return label;
    }

    /** The bytes of the header. */
    int header() {
        return header;
    }

    /** The bytes of a frame. */
    ByteString of(CapturedFrame frame) {
        return switch (this) {
            case ETHERNET -> frame.wire();
            case COOKED -> frame.cooked1();
            case COOKED_2 -> frame.cooked();
        };
    }
}

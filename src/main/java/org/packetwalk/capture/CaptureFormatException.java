package org.packetwalk.capture;

import java.util.Locale;

/** A file that is no capture, or one that cannot be read. */
public final class CaptureFormatException extends Exception {

    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final int offset;
    private final String detail;

    /** What is wrong with it. */
    public enum Fault {
        /** It does not begin as a capture does. */
        NO_CAPTURE,
        /** It ends, or something in it ends, before it should. */
        CUT_OFF,
        /** Its link header is not known; the detail is the number. */
        LINK_TYPE
    }

    CaptureFormatException(Fault fault, int offset, String detail) {
        super(fault + " at byte " + offset + " " + detail);
        this.fault = fault;
        this.offset = offset;
        this.detail = detail;
    }

    /** The key of the sentence in the message bundles; its arguments are the offset and the detail. */
    public String key() {
        return "capture-file." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where in the file, in bytes. */
    public int offset() {
        return offset;
    }

    /** More about it, empty if there is no more. */
    public String detail() {
        return detail;
    }
}

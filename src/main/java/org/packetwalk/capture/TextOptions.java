package org.packetwalk.capture;

/**
 * How much tcpdump prints, and how.
 *
 * @param numeric {@code -n}: addresses and ports as numbers
 * @param link {@code -e}: the link header, too
 * @param verbosity how many {@code -v}
 * @param stamp the time before each line
 * @param quiet {@code -q}: less about protocols
 * @param dump the bytes behind each line
 * @param absolute {@code -S}: sequence numbers as they are
 * @param numbered {@code -#}: lines are numbered
 * @param layer what captured bytes begin with; on all devices at once, device and direction stand before each line
 * @param snapLength {@code -s}: bytes kept of a frame
 */
public record TextOptions(
        boolean numeric,
        boolean link,
        int verbosity,
        Stamp stamp,
        boolean quiet,
        Dump dump,
        boolean absolute,
        boolean numbered,
        CaptureLink layer,
        int snapLength) {

    /** {@code MAXIMUM_SNAPLEN} of libpcap. */
    public static final int WHOLE = 262_144;

    /** What tcpdump does without options. */
    public static final TextOptions DEFAULT =
            new TextOptions(false, false, 0, Stamp.CLOCK, false, Dump.NONE, false, false, CaptureLink.ETHERNET, WHOLE);

    /** {@code -n}: everything as numbers. */
    public static final TextOptions NUMERIC =
            new TextOptions(true, false, 0, Stamp.CLOCK, false, Dump.NONE, false, false, CaptureLink.ETHERNET, WHOLE);

    /** The time before a line. */
    public enum Stamp {
        /** The time of day. */
        CLOCK,
        /** {@code -t}: none. */
        NONE,
        /** {@code -tt}: seconds since the epoch. */
        EPOCH,
        /** {@code -ttt}: since the line before. */
        DELTA,
        /** {@code -tttt}: date and time of day. */
        DATE,
        /** {@code -ttttt}: since the first line. */
        ELAPSED
    }

    /** The bytes behind a line. */
    public enum Dump {
        /** None. */
        NONE,
        /** {@code -x}: hexadecimal, without the link header. */
        HEX,
        /** {@code -xx}: hexadecimal. */
        HEX_LINK,
        /** {@code -X}: hexadecimal and characters, without the link header. */
        HEX_TEXT,
        /** {@code -XX}: hexadecimal and characters. */
        HEX_TEXT_LINK,
        /** {@code -A}: characters, without the link header. */
        TEXT,
        /** {@code -AA}: characters. */
        TEXT_LINK;

        boolean hexadecimal() {
            return this == HEX || this == HEX_LINK || this == HEX_TEXT || this == HEX_TEXT_LINK;
        }

        boolean link() {
            return this == HEX_LINK || this == HEX_TEXT_LINK || this == TEXT_LINK;
        }
    }

    /** The same for captured bytes that begin otherwise. */
    public TextOptions on(CaptureLink now) {
        return new TextOptions(numeric, link, verbosity, stamp, quiet, dump, absolute, numbered, now, snapLength);
    }

    /** Whether there is a {@code -v}. */
    boolean verbose() {
        return verbosity > 0;
    }
}

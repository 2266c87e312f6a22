package org.packetwalk.capture;

import java.util.Locale;

import org.packetwalk.capture.TextOptions.Dump;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.ByteString;

/**
 * The text of captured frames as tcpdump 4.99 prints it, as a value: it remembers what later lines count from.
 *
 * <p>The clock of the machine stood at midnight of 1 January 1970 UTC when the lab began, so that a lab prints the same
 * whenever it runs.
 *
 * @param options how much to print
 * @param names the names to show in place of addresses
 * @param sequences the connections seen
 * @param printed how many frames were printed
 * @param first when the first of them was captured
 * @param last when the last of them was captured
 */
public record FrameText(
        TextOptions options, CaptureNames names, TcpSequences sequences, int printed, SimTime first, SimTime last) {

    private static final long NANOS_PER_MICRO = 1000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int SECONDS_PER_DAY = 86_400;

    /** A text that has printed nothing. */
    public static FrameText of(TextOptions options, CaptureNames names) {
        return new FrameText(options, names, TcpSequences.NONE, 0, SimTime.ZERO, SimTime.ZERO);
    }

    /**
     * A line, or several with {@code -v} and {@code -x}.
     *
     * @param text without a line end behind it
     * @param next how it goes on
     */
    public record Line(String text, FrameText next) {}

    /** The text of a frame. */
    public Line print(CapturedFrame frame) {
        ByteString whole = options.layer().of(frame);
        ByteString bytes = whole.slice(0, Math.min(whole.size(), options.snapLength()));
        Dissection d = new Dissection(options, names, bytes, sequences);
        d.print(options.numbered() ? String.format("%5d  ", printed + 1) : "").print(stamp(frame.at()));
        d.linkHeader(options.layer().header());
        try {
            switch (options.layer()) {
                case ETHERNET -> new EthernetText(d).print(0, whole.size());
                case COOKED -> new CookedText(d).printFirst(frame.direction(), whole.size());
                case COOKED_2 -> new CookedText(d).print(frame.deviceName(), frame.direction(), whole.size());
            }
        } catch (Truncated end) {
            d.truncated();
            d.linkHeader(0);
        }
        String text = d.text() + dump(bytes, d.linkHeader());
        SimTime begin = printed == 0 ? frame.at() : first;
        return new Line(text, new FrameText(options, names, d.sequences(), printed + 1, begin, frame.at()));
    }

    private String dump(ByteString bytes, int header) {
        Dissection d = new Dissection(options, names, bytes, sequences);
        int from = options.dump().link() ? 0 : header;
        int length = bytes.size() - from;
        switch (options.dump()) {
            case NONE -> d.print("");
            case HEX, HEX_LINK -> HexText.digits(d, "\n\t", from, length);
            case HEX_TEXT, HEX_TEXT_LINK -> HexText.characters(d, "\n\t", from, length);
            case TEXT, TEXT_LINK -> HexText.text(d, from, length);
        }
        return options.dump() == Dump.NONE || length <= 0 ? "" : d.text();
    }

    private String stamp(SimTime at) {
        long micros = at.nanos() / NANOS_PER_MICRO;
        return switch (options.stamp()) {
            case NONE -> "";
            case CLOCK -> clock(micros) + " ";
            case EPOCH ->
                String.format(Locale.ROOT, "%d.%06d ", micros / MICROS_PER_SECOND, micros % MICROS_PER_SECOND);
            case DATE ->
                String.format(Locale.ROOT, "1970-01-%02d ", 1 + micros / MICROS_PER_SECOND / SECONDS_PER_DAY)
                        + clock(micros) + " ";
            case DELTA -> since(micros, last);
            case ELAPSED -> since(micros, first);
        };
    }

    private String since(long micros, SimTime reference) {
        return " " + clock(printed == 0 ? 0 : micros - reference.nanos() / NANOS_PER_MICRO) + " ";
    }

    private static String clock(long micros) {
        long seconds = micros / MICROS_PER_SECOND;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%06d",
                seconds / 3600 % 24,
                seconds / 60 % 60,
                seconds % 60,
                micros % MICROS_PER_SECOND);
    }
}

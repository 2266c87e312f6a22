package org.packetwalk.program;

import java.util.List;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.Ipv4Address;

/** The options of the IPv4 header that ping asks for, and how it tells what became of them ({@code pr_options}). */
final class PingHeader {

    /** The most bytes that options can have, of which ping speaks whatever it asks for. */
    static final int LENGTH = 40;

    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int RECORD_ROUTE = 7;
    private static final int TIMESTAMP = 68;

    /** The pointer of a record that is empty, and of time stamps. */
    private static final int FIRST_ADDRESS = 4;

    private static final int FIRST_TIME = 5;

    /** The kind of time stamps of hosts that are named. */
    static final int NAMED = 3;

    /** Time stamps of four hosts with their addresses, the most that fit. */
    private static final int WITH_ADDRESSES = 36;

    /**
     * What is told of the options of an answer.
     *
     * @param text the lines
     * @param route the record of the route, to compare the next one with
     */
    record Told(String text, ByteString route) {}

    private PingHeader() {}

    /** {@code -R}. */
    static ByteString recordRoute() {
        byte[] bytes = new byte[LENGTH];
        bytes[0] = NO_OPERATION;
        bytes[1] = RECORD_ROUTE;
        bytes[2] = LENGTH - 1;
        bytes[3] = FIRST_ADDRESS;
        return ByteString.of(bytes);
    }

    /** {@code -T}: times only (0), with addresses (1), or of hosts that are named (3). */
    static ByteString timestamps(int kind, List<Ipv4Address> named) {
        byte[] bytes = new byte[kind == 0 ? LENGTH : kind == 1 ? WITH_ADDRESSES : 4 + named.size() * 8];
        bytes[0] = TIMESTAMP;
        bytes[1] = (byte) bytes.length;
        bytes[2] = FIRST_TIME;
        bytes[3] = (byte) kind;
        for (int i = 0; i < named.size(); i++) {
            for (int j = 0; j < 4; j++) {
                bytes[4 + i * 8 + j] = (byte) (named.get(i).bits() >>> 24 - 8 * j);
            }
        }
        return ByteString.of(bytes);
    }

    /** The lines about the options of a received header. */
    static Told tell(ByteString options, ByteString before) {
        StringBuilder text = new StringBuilder();
        ByteString route = before;
        int at = 0;
        while (at < options.size() && options.u8(at) != END) {
            int kind = options.u8(at);
            int length = kind == NO_OPERATION || at + 2 >= options.size() ? 1 : options.u8(at + 1);
            if (length == 0 || at + length > options.size()) {
                break;
            }
            if (kind == RECORD_ROUTE) {
                int filled = Math.min(options.u8(at + 2), length) - FIRST_ADDRESS;
                ByteString record = options.slice(at + 3, at + 3 + Math.max(0, filled));
                if (filled > 0 && record.equals(before)) {
                    text.append("\t(same route)");
                } else if (filled > 0) {
                    route = record;
                    text.append("\nRR: ").append(addresses(options, at + 3, filled));
                }
            } else if (kind == TIMESTAMP) {
                text.append(times(options, at, Math.min(options.u8(at + 2), length) - FIRST_TIME));
            }
            at += length;
        }
        return new Told(text.toString(), route);
    }

    /** The first host that time stamps are asked of by name, the target if there is none. */
    static Ipv4Address first(ByteString options, Ipv4Address target) {
        boolean named = options.size() > 7 && options.u8(0) == TIMESTAMP && options.u8(3) == NAMED;
        return named ? new Ipv4Address(options.u32(4)) : target;
    }

    private static String addresses(ByteString options, int from, int filled) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < filled; i += 4) {
            text.append('\t').append(new Ipv4Address(options.u32(from + i))).append('\n');
        }
        return text.toString();
    }

    private static String times(ByteString options, int at, int filled) {
        if (filled <= 0) {
            return "";
        }
        int flags = options.u8(at + 3);
        boolean addresses = (flags & 3) != 0;
        StringBuilder text = new StringBuilder("\nTS: ");
        long standard = 0;
        long other = 0;
        int left = filled;
        int next = at + 4;
        while (left > 0) {
            if (addresses) {
                text.append('\t').append(new Ipv4Address(options.u32(next)));
                next += 4;
                left -= 4;
                if (left <= 0) {
                    break;
                }
            }
            int word = options.u32(next);
            if (word < 0) {
                long time = word & 0x7fffffffL;
                text.append('\t').append(other == 0 ? time + " absolute not-standard" : time - other + " not-standard");
                other = time;
            } else {
                text.append('\t').append(standard == 0 ? word + " absolute" : Long.toString(word - standard));
                standard = word;
            }
            next += 4;
            left -= 4;
            text.append('\n');
        }
        return flags >> 4 == 0
                ? text.toString()
                : text.append("Unrecorded hops: ")
                        .append(flags >> 4)
                        .append('\n')
                        .toString();
    }
}

package org.packetwalk.capture;

/** A filter expression of pcap-filter(7), as a value: which frames are captured. */
public sealed interface Filter {

    /** Takes every frame. */
    Filter EVERYTHING = new Everything();

    /**
     * Whether it takes a frame once more when libpcap looks at it itself, as it does with the first block of the ring: there
     * it does not know which way the frame went, and refuses it if it is asked ({@code blocks_to_filter_in_userland}).
     */
    default boolean takesAgain(CapturedFrame frame) {
        try {
            return holds(new FilteredFrame(frame, false));
        } catch (Truncated end) {
            return false;
        }
    }

    /** Whether it takes a frame; one whose bytes end before what is asked for is refused ({@code BPF_LD} out of bounds). */
    default boolean takes(CapturedFrame frame) {
        try {
            return holds(new FilteredFrame(frame, true));
        } catch (Truncated end) {
            return false;
        }
    }

    /** Whether it holds for a frame. */
    boolean holds(FilteredFrame frame);

    /** No condition. */
    record Everything() implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            return true;
        }
    }

    /** Both. */
    record And(Filter first, Filter second) implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            return first.holds(frame) && second.holds(frame);
        }
    }

    /** At least one. */
    record Or(Filter first, Filter second) implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            return first.holds(frame) || second.holds(frame);
        }
    }

    /** Not. */
    record Not(Filter inner) implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            return !inner.holds(frame);
        }
    }

    /** The type of the frame. */
    record Type(int etherType) implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            return frame.etherType() == etherType;
        }
    }

    /** The protocol behind IPv4. */
    record Protocol4(int number) implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            return frame.etherType() == EtherTypes.IPV4 && frame.network(9, 1) == number;
        }
    }

    /** The protocol behind IPv6, a fragment header skipped. */
    record Protocol6(int number) implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            if (frame.etherType() != EtherTypes.IPV6) {
                return false;
            }
            long next = frame.network(6, 1);
            return next == number || next == IpProtocols.FRAGMENT && frame.network(40, 1) == number;
        }
    }

    /** Bytes behind the link header, masked: an address or a network. */
    record Masked(int etherType, int offset, int size, long mask, long value) implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            return frame.etherType() == etherType && (frame.network(offset, size) & mask) == value;
        }
    }

    /** A hardware address. */
    record Hardware(boolean source, long address) implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            return (frame.link(source ? 6 : 0, 2) << 32 | frame.link(source ? 8 : 2, 4)) == address;
        }
    }

    /** A group of hardware addresses. */
    record LinkMulticast() implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            return (frame.link(0, 1) & 1) != 0;
        }
    }

    /** A port of a protocol, over IPv4 outside of later fragments and over IPv6. */
    record Ports(int protocol, boolean source, int from, int to) implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            int at = source ? 0 : 2;
            if (frame.etherType() == EtherTypes.IPV6) {
                return frame.network(6, 1) == protocol && within(frame.network(40 + at, 2));
            }
            return new Protocol4(protocol).holds(frame)
                    && !frame.laterFragment()
                    && within(frame.network(frame.headerLength() + at, 2));
        }

        private boolean within(long port) {
            return port >= from && port <= to;
        }
    }

    /** Which way the frame went. */
    record Outbound(boolean wanted) implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            return frame.outgoing() == wanted;
        }
    }

    /** Tagged, with a number or any. */
    record Vlan(int number) implements Filter {

        /** Any number. */
        static final int ANY = -1;

        @Override
        public boolean holds(FilteredFrame frame) {
            return frame.vlan() >= 0 && (number == ANY || (frame.vlan() & 0xfff) == number);
        }
    }

    /** Two numbers compared. */
    record Compared(FilterNumber left, String relation, FilterNumber right) implements Filter {
        @Override
        public boolean holds(FilteredFrame frame) {
            long first = left.of(frame) & FilterNumber.WORD;
            long second = right.of(frame) & FilterNumber.WORD;
            return switch (relation) {
                case "=", "==" -> first == second;
                case "!=" -> first != second;
                case "<" -> first < second;
                case ">" -> first > second;
                case "<=" -> first <= second;
                default -> first >= second;
            };
        }
    }
}

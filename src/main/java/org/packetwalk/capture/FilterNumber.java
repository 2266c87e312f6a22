package org.packetwalk.capture;

/** An arithmetic expression of a filter: a number of 32 bits. */
sealed interface FilterNumber {

    /** The bits of a number. */
    long WORD = 0xffffffffL;

    /** Its value for a frame. */
    long of(FilteredFrame frame);

    /** A number as it was written. */
    record Constant(long value) implements FilterNumber {
        @Override
        public long of(FilteredFrame frame) {
            return value;
        }
    }

    /** {@code len}: the length of the frame. */
    record Length() implements FilterNumber {
        @Override
        public long of(FilteredFrame frame) {
            return frame.length();
        }
    }

    /** Bytes behind the header before a protocol. */
    record Load(Base base, FilterNumber offset, int size) implements FilterNumber {
        @Override
        public long of(FilteredFrame frame) {
            int at = (int) offset.of(frame);
            return switch (base) {
                case LINK -> frame.link(at, size);
                case NETWORK -> frame.network(at, size);
                case TRANSPORT -> frame.network(frame.headerLength() + at, size);
            };
        }
    }

    /** Where the bytes of a protocol begin. */
    enum Base {
        LINK,
        NETWORK,
        TRANSPORT
    }

    /** Two numbers combined. */
    record Combined(FilterNumber left, String operator, FilterNumber right) implements FilterNumber {
        @Override
        public long of(FilteredFrame frame) {
            long a = left.of(frame) & WORD;
            long b = right.of(frame) & WORD;
            if (b == 0 && (operator.equals("/") || operator.equals("%"))) {
                throw new Truncated();
            }
            long value = switch (operator) {
                case "+" -> a + b;
                case "-" -> a - b;
                case "*" -> a * b;
                case "/" -> a / b;
                case "%" -> a % b;
                case "&" -> a & b;
                case "|" -> a | b;
                case "^" -> a ^ b;
                case "<<" -> b > 31 ? 0 : a << b;
                default -> b > 31 ? 0 : a >>> b;
            };
            return value & WORD;
        }
    }
}

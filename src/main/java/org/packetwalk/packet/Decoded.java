package org.packetwalk.packet;

import java.util.List;
import java.util.function.Function;

/** What bytes turned out to be when {@link PacketCodec} read them. */
public sealed interface Decoded {

    /** What could be read: all of it, or the headers before the fault with the rest as payload. */
    Packet packet();

    /** The checksums that are wrong, outermost first. */
    List<ChecksumFault> checksumFaults();

    /** Answers by the kind. */
    <R> R match(Function<Whole, R> whole, Function<Malformed, R> malformed);

    /** A packet that could be read to the end; checksums may be wrong. */
    record Whole(Packet packet, List<ChecksumFault> checksumFaults) implements Decoded {

        /** Keeps an immutable list. */
        public Whole {
            checksumFaults = List.copyOf(checksumFaults);
        }

        @Override
        public <R> R match(Function<Whole, R> whole, Function<Malformed, R> malformed) {
            return whole.apply(this);
        }
    }

    /** Bytes that break their format; {@code offset} is the first byte of the field at fault, or the end if it is missing. */
    record Malformed(MalformedReason reason, int offset, Packet packet, List<ChecksumFault> checksumFaults)
            implements Decoded {

        /** Keeps an immutable list. */
        public Malformed {
            checksumFaults = List.copyOf(checksumFaults);
        }

        @Override
        public <R> R match(Function<Whole, R> whole, Function<Malformed, R> malformed) {
            return malformed.apply(this);
        }
    }
}

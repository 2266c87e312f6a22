package org.packetwalk.capture;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The first sequence numbers of the connections seen, from which tcpdump counts ({@code tcp_seq_hash} of print-tcp.c).
 *
 * @param first the numbers of both ends by connection; the end with the smaller port, then address, stands first
 */
record TcpSequences(SortedMap<String, Numbers> first) {

    static final TcpSequences NONE = new TcpSequences(new TreeMap<>());

    TcpSequences {
        first = new TreeMap<>(first);
    }

    /** The numbers of the end that stands first in the key, and of the other. */
    record Numbers(int sequence, int acknowledgment) {}

    TcpSequences with(String connection, Numbers numbers) {
        SortedMap<String, Numbers> more = new TreeMap<>(first);
        more.put(connection, numbers);
        return new TcpSequences(more);
    }
}

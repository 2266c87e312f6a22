package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;

/** The bits of a connection's status ({@code enum ip_conntrack_status}). */
public enum ConnectionStatus {
    EXPECTED(0, "EXPECTED"),
    SEEN_REPLY(1, "SEEN_REPLY"),
    ASSURED(2, "ASSURED"),
    CONFIRMED(3, "CONFIRMED"),
    SRC_NAT(4, ""),
    DST_NAT(5, ""),
    SRC_NAT_DONE(7, ""),
    DST_NAT_DONE(8, "");

    private final int place;
    private final String word;

    ConnectionStatus(int place, String word) {
        this.place = place;
        this.word = word;
    }

    /** Its bit. */
    public int bit() {
        return 1 << place;
    }

    /** The word of {@code --ctstatus}, empty if it has none. */
    public String word() {
        return word;
    }

    /** The bits that have a word, joined by commas; NONE if none is set. */
    public static String text(int bits) {
        List<String> words = new ArrayList<>();
        for (ConnectionStatus status : values()) {
            if ((bits & status.bit()) != 0 && !status.word.isEmpty()) {
                words.add(status.word);
            }
        }
        return words.isEmpty() ? "NONE" : String.join(",", words);
    }
}

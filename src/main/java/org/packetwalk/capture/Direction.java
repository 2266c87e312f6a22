package org.packetwalk.capture;

/** Which way a captured frame went, and for whom it was ({@code sll_pkttype}, packet(7)). */
public enum Direction {
    /** {@code PACKET_HOST}. */
    IN("In", 0),
    /** {@code PACKET_BROADCAST}. */
    BROADCAST("B", 1),
    /** {@code PACKET_MULTICAST}. */
    MULTICAST("M", 2),
    /** {@code PACKET_OTHERHOST}. */
    OTHERHOST("P", 3),
    /** {@code PACKET_OUTGOING}. */
    OUT("Out", 4);

    private final String label;
    private final int number;

    Direction(String label, int number) {
        this.label = label;
        this.number = number;
    }

    /** As tcpdump prints it. */
    public String label() {
        return label;
    }

    /** As {@code linux/if_packet.h} numbers it. */
    public int number() {
        return number;
    }
}

package org.packetwalk.kernel;

/** The identity of a packet buffer, 1 and up in order of creation; {@link #NONE} where there is no packet. */
public record PacketId(int number) implements Comparable<PacketId> {

    /** No packet. */
    public static final PacketId NONE = new PacketId(0);

    @Override
    public int compareTo(PacketId other) {
        return Integer.compare(number, other.number);
    }
}

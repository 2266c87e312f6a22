package org.packetwalk.kernel.route;

import java.util.Optional;

/** The number of a routing table, 1 to 4294967295 as unsigned 32 bits. */
public record TableId(int bits) implements Comparable<TableId> {

    /** 253, asked last. */
    public static final TableId DEFAULT = new TableId(253);

    /** 254, where routes go when no table is named. */
    public static final TableId MAIN = new TableId(254);

    /** 255, the host's own addresses. */
    public static final TableId LOCAL = new TableId(255);

    /** The table of a number. */
    public static TableId of(long number) {
        return new TableId((int) number);
    }

    /** The table iproute2 knows by a name or a number; nothing if there is none. */
    public static Optional<TableId> parse(String word) {
        return switch (word) {
            case "default" -> Optional.of(DEFAULT);
            case "main" -> Optional.of(MAIN);
            case "local" -> Optional.of(LOCAL);
            default ->
                word.matches("\\d{1,10}") && Long.parseLong(word) <= 0xffffffffL
                        ? Optional.of(of(Long.parseLong(word)))
                        : Optional.empty();
        };
    }

    /** The number. */
    public long number() {
        return Integer.toUnsignedLong(bits);
    }

    /** The bucket of the kernel's hash of tables; tables are listed in this order. */
    public int hash() {
        return bits & 255;
    }

    /** The name of iproute2: default, main, local, or the number. */
    public String word() {
        return switch (bits) {
            case 253 -> "default";
            case 254 -> "main";
            case 255 -> "local";
            default -> Integer.toUnsignedString(bits);
        };
    }

    @Override
    public int compareTo(TableId other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        return word();
    }
}

package org.packetwalk.packet;

/** The operation field of an ARP message; numbers without a name are kept as they are. */
public record ArpOperation(int number) {

    /** 1, {@code ARPOP_REQUEST}. */
    public static final ArpOperation REQUEST = new ArpOperation(1);

    /** 2, {@code ARPOP_REPLY}. */
    public static final ArpOperation REPLY = new ArpOperation(2);

    /**
     * Refuses what does not fit the field.
     *
     * @throws IllegalArgumentException if the number is not 0 to 0xffff
     */
    public ArpOperation {
        FieldRange.check("ARP operation", number, 0xffff);
    }

    /** {@code request}, {@code reply}, or the number. */
    public String label() {
        return switch (number) {
            case 1 -> "request";
            case 2 -> "reply";
            default -> Integer.toString(number);
        };
    }

    @Override
    public String toString() {
        return label();
    }
}

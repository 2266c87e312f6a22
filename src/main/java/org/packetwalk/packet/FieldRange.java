package org.packetwalk.packet;

/** The check that a number fits the bits a header has for it. */
final class FieldRange {

    private FieldRange() {}

    static void check(String field, int value, int highest) {
        if (value < 0 || value > highest) {
            throw new IllegalArgumentException(field + " " + value + " is not 0 to " + highest + ".");
        }
    }
}

package org.packetwalk.kernel.route;

/**
 * A range of ports or user numbers.
 *
 * @param first the lowest
 * @param last the highest
 */
public record NumberRange(long first, long last) {

    /** Every number: the selector was not given. */
    public static final NumberRange ANY = new NumberRange(0, 0xffffffffL);

    /** Whether the selector was given. */
    public boolean isGiven() {
        return !equals(ANY);
    }

    /** Whether the number lies in the range. */
    public boolean contains(long number) {
        return first <= number && number <= last;
    }

    @Override
    public String toString() {
        return first == last ? Long.toString(first) : first + "-" + last;
    }
}

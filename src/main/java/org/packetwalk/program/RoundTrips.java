package org.packetwalk.program;

/**
 * What a ping has measured with the replies it received.
 *
 * @param count replies
 * @param repeats how many of them were to a request that had one already
 * @param total the sum of the round trips in nanoseconds
 * @param squares the sum of the squares of the round trips in microseconds
 * @param shortest the shortest round trip in nanoseconds, the largest number there is without a reply
 * @param longest the longest round trip in nanoseconds
 */
public record RoundTrips(long count, long repeats, long total, double squares, long shortest, long longest) {

    /** No reply yet. */
    static final RoundTrips NONE = new RoundTrips(0, 0, 0, 0, Long.MAX_VALUE, 0);

    /** And one more, in nanoseconds; {@code again} is whether its request had one already. */
    RoundTrips and(long roundTrip, boolean again) {
        double micros = roundTrip / 1000.0;
        return new RoundTrips(
                count + 1,
                again ? repeats + 1 : repeats,
                total + roundTrip,
                squares + micros * micros,
                Math.min(shortest, roundTrip),
                Math.max(longest, roundTrip));
    }
}

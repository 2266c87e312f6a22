package org.packetwalk.kernel.route;

import org.packetwalk.kernel.SimTime;

/**
 * How long an IPv4 address is valid, and how long new connections should use it ({@code ifa_valid_lft},
 * {@code ifa_preferred_lft}).
 *
 * @param validSeconds how long it is valid, {@link #FOREVER} for always
 * @param preferredSeconds how long it is preferred, {@link #FOREVER} for always
 * @param since from when on
 */
public record AddressLifetime(long validSeconds, long preferredSeconds, SimTime since) {

    /** No end: 2^32 - 1 seconds. */
    public static final long FOREVER = 0xffffffffL;

    /** Valid and preferred for ever. */
    public static final AddressLifetime UNLIMITED = new AddressLifetime(FOREVER, FOREVER, SimTime.ZERO);

    private static final long NANOS = 1_000_000_000L;
    private static final long MILLIS = 1000;

    /** Counted from another moment on. */
    public AddressLifetime from(SimTime now) {
        return equals(UNLIMITED) ? this : new AddressLifetime(validSeconds, preferredSeconds, now);
    }

    /** Whether it has no end ({@code IFA_F_PERMANENT}). */
    public boolean permanent() {
        return validSeconds == FOREVER;
    }

    /** When it ends; only of one that does. */
    public SimTime end() {
        return since.plusMillis(validSeconds * MILLIS);
    }

    /** Whether its end has come. */
    public boolean expired(SimTime now) {
        return !permanent() && !now.isBefore(end());
    }

    /** Whether new connections should not use it ({@code IFA_F_DEPRECATED}). */
    public boolean deprecated(SimTime now) {
        boolean ends = !permanent() && preferredSeconds != FOREVER;
        return preferredSeconds == 0 || ends && !now.isBefore(since.plusMillis(preferredSeconds * MILLIS));
    }

    /** The seconds it is still valid, as the kernel tells them. */
    public long validLeft(SimTime now) {
        return permanent() ? FOREVER : left(validSeconds, now);
    }

    /** The seconds it is still preferred, as the kernel tells them: of a permanent one it says nothing. */
    public long preferredLeft(SimTime now) {
        return permanent() || preferredSeconds == FOREVER ? FOREVER : left(preferredSeconds, now);
    }

    private long left(long seconds, SimTime now) {
        return Math.max(0, seconds - Math.max(0, now.since(since)) / NANOS);
    }
}

package org.packetwalk.kernel;

/** A moment of virtual time in nanoseconds since the lab began; never the clock of the machine. */
public record SimTime(long nanos) implements Comparable<SimTime> {

    /** The moment the lab begins. */
    public static final SimTime ZERO = new SimTime(0);

    /** This moment and so many nanoseconds. */
    public SimTime plusNanos(long more) {
        return new SimTime(nanos + more);
    }

    /** This moment and so many milliseconds. */
    public SimTime plusMillis(long more) {
        return new SimTime(nanos + more * 1_000_000);
    }

    /** The nanoseconds since an earlier moment. */
    public long since(SimTime earlier) {
        return nanos - earlier.nanos;
    }

    /** Whether this moment lies before the other. */
    public boolean isBefore(SimTime other) {
        return nanos < other.nanos;
    }

    @Override
    public int compareTo(SimTime other) {
        return Long.compare(nanos, other.nanos);
    }
}

package org.packetwalk.stack;

import java.util.List;

import org.pcollections.TreePVector;

import org.packetwalk.kernel.SimTime;

/**
 * What the kernel has logged, of all namespaces together ({@code printk}), and how much more it may
 * ({@code net_ratelimit}).
 *
 * @param lines the last thousand lines, oldest first
 * @param begin when the period of the limit began
 * @param printed how many messages were allowed in it
 * @param missed how many were not
 */
public record KernelLog(TreePVector<Line> lines, SimTime begin, int printed, int missed) {

    /** Nothing logged. */
    public static final KernelLog EMPTY = new KernelLog(TreePVector.empty(), new SimTime(Long.MIN_VALUE / 4), 0, 0);

    /** {@code net.core.message_cost} in milliseconds. */
    private static final int PERIOD_MILLIS = 5000;

    /** {@code net.core.message_burst}. */
    private static final int BURST = 10;

    private static final int MOST_LINES = 1000;

    /** A line and when it was written. */
    public record Line(SimTime at, String text) {}

    /**
     * Whether another message may be written.
     *
     * @param complaint what is written first, empty if nothing
     */
    record Permission(boolean allowed, String complaint, KernelLog after) {}

    /** {@code net_ratelimit}: ten messages in five seconds. */
    Permission ask(SimTime now) {
        boolean fresh = begin.plusMillis(PERIOD_MILLIS).isBefore(now);
        String complaint = fresh && missed > 0 ? "net_ratelimit: " + missed + " callbacks suppressed" : "";
        int before = fresh ? 0 : printed;
        boolean allowed = before < BURST;
        int lost = fresh ? 0 : missed;
        return new Permission(
                allowed,
                complaint,
                new KernelLog(lines, fresh ? now : begin, allowed ? before + 1 : before, allowed ? lost : lost + 1));
    }

    /** With one more line. */
    KernelLog with(SimTime now, String text) {
        TreePVector<Line> more = lines.plus(new Line(now, text));
        return new KernelLog(more.size() > MOST_LINES ? more.minus(0) : more, begin, printed, missed);
    }

    /** Without lines ({@code dmesg -C}). */
    public KernelLog cleared() {
        return new KernelLog(TreePVector.empty(), begin, printed, missed);
    }

    /** All lines. */
    public List<Line> all() {
        return lines;
    }
}

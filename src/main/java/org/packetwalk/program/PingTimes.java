package org.packetwalk.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.packetwalk.kernel.SimTime;

/** How ping prints times and its statistics ({@code finish} of iputils). */
final class PingTimes {

    private static final int NANOS_PER_MILLI = 1_000_000;

    private PingTimes() {}

    /** A round trip in milliseconds with three digits that matter. */
    static String roundTrip(long nanos) {
        double millis = nanos / (double) NANOS_PER_MILLI;
        String format = millis >= 100 ? "%.0f" : millis >= 10 ? "%.1f" : millis >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, millis);
    }

    /** The lines at the end. */
    static String statistics(PingOptions options, PingRun run, SimTime now) {
        StringBuilder out = new StringBuilder("\n--- " + options.target() + " ping statistics ---\n");
        out.append(run.transmitted())
                .append(" packets transmitted, ")
                .append(run.received())
                .append(" received");
        if (run.roundTrips().repeats() > 0) {
            out.append(", +").append(run.roundTrips().repeats()).append(" duplicates");
        }
        if (run.errors() > 0) {
            out.append(", +").append(run.errors()).append(" errors");
        }
        if (run.transmitted() > 0) {
            long lost = run.transmitted() - run.received();
            out.append(", ").append(percent(lost * 100.0 / run.transmitted())).append("% packet loss");
            out.append(", time ")
                    .append(end(options, run, now).since(run.started()) / NANOS_PER_MILLI)
                    .append("ms");
        }
        out.append('\n');
        List<String> last = new ArrayList<>();
        if (run.received() > 0 && options.timed()) {
            last.add(roundTrips(run));
        }
        if (run.requests().pipe() > 1) {
            last.add("pipe " + run.requests().pipe());
        }
        boolean fast = run.pace().intervalNanos() == 0
                || options.manner().flood()
                || options.manner().adaptive();
        if (run.received() > 0 && fast && run.transmitted() > 1) {
            long apart = end(options, run, now).since(run.started()) / 1000 / (run.transmitted() - 1);
            long smoothed = run.pace().smoothed() / 8;
            last.add(String.format(
                    Locale.ROOT,
                    "ipg/ewma %d.%03d/%d.%03d ms",
                    apart / 1000,
                    apart % 1000,
                    smoothed / 1000,
                    smoothed % 1000));
        }
        return out.append(String.join(", ", last)).append('\n').toString();
    }

    /** ping looks at the clock when it may send: with a count and no deadline, last at the last request. */
    private static SimTime end(PingOptions options, PingRun run, SimTime now) {
        boolean allSent = options.count() > 0 && run.transmitted() >= options.count();
        return allSent && options.deadlineNanos() == 0 ? run.sentAt((int) (run.transmitted() & 0xffff)) : now;
    }

    private static String percent(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4f", value).replaceAll("0+$", "");
    }

    private static String roundTrips(PingRun run) {
        long measured = run.roundTrips().count();
        double average = run.roundTrips().total() / 1000.0 / measured;
        double deviation = Math.sqrt(Math.max(0, run.roundTrips().squares() / measured - average * average));
        return String.format(
                Locale.ROOT,
                "rtt min/avg/max/mdev = %.3f/%.3f/%.3f/%.3f ms",
                run.roundTrips().shortest() / (double) NANOS_PER_MILLI,
                average / 1000,
                run.roundTrips().longest() / (double) NANOS_PER_MILLI,
                deviation / 1000);
    }
}

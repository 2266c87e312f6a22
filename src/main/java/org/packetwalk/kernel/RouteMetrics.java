package org.packetwalk.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The values a route prescribes for its packets ({@code struct dst_metrics}).
 *
 * @param values the values, in the order of the metrics; what is not among them is not prescribed
 * @param congestionControl the name of the congestion control of TCP, empty for that of the host
 */
public record RouteMetrics(List<PrescribedValue> values, String congestionControl) {

    /** Nothing prescribed. */
    public static final RouteMetrics NONE = new RouteMetrics(List.of(), "");

    private static final int RTT_UNIT = 8;

    /** Copies the list. */
    public RouteMetrics {
        values = List.copyOf(values);
    }

    /** Only an MTU in bytes. */
    public static RouteMetrics mtu(int mtu) {
        return NONE.with(RouteMetric.MTU, mtu, false);
    }

    /** With another value in the unit of the metric; 0 prescribes nothing. */
    public RouteMetrics with(RouteMetric metric, long value, boolean locked) {
        List<PrescribedValue> now = new ArrayList<>(values);
        now.removeIf(each -> each.metric() == metric);
        if (value != 0) {
            now.add(new PrescribedValue(metric, metric.kept(value), locked));
            now.sort(Comparator.comparing(PrescribedValue::metric));
        }
        return new RouteMetrics(now, congestionControl);
    }

    /** With a congestion control. */
    public RouteMetrics withCongestionControl(String name) {
        return new RouteMetrics(values, name);
    }

    /** The value of a metric in its unit, 0 if it is not prescribed. */
    public long value(RouteMetric metric) {
        for (PrescribedValue each : values) {
            if (each.metric() == metric) {
                return each.value();
            }
        }
        return 0;
    }

    /** The largest packet in bytes, 0 if not prescribed. */
    public int mtu() {
        return (int) value(RouteMetric.MTU);
    }

    /** Whether path MTU discovery may not lower the MTU. */
    public boolean mtuLocked() {
        for (PrescribedValue each : values) {
            if (each.metric() == RouteMetric.MTU) {
                return each.locked();
            }
        }
        return false;
    }

    /** The MSS to announce in bytes, 0 if not prescribed. */
    public int advertisedMss() {
        return (int) value(RouteMetric.ADVMSS);
    }

    /** The TTL, 0 if not prescribed. */
    public int hopLimit() {
        return (int) value(RouteMetric.HOPLIMIT);
    }

    /** The TCP window to announce in bytes, 0 if not prescribed. */
    public int window() {
        return (int) value(RouteMetric.WINDOW);
    }

    /** The round-trip time to begin with in milliseconds, 0 if not prescribed. */
    public int rttMillis() {
        return (int) (value(RouteMetric.RTT) / RTT_UNIT);
    }

    /** Whether everything prescribed here is prescribed there, too ({@code fib_metrics_match}). */
    public boolean agreesWith(RouteMetrics other) {
        return values.stream().allMatch(each -> other.value(each.metric()) == each.value())
                && (congestionControl.isEmpty() || congestionControl.equals(other.congestionControl));
    }
}

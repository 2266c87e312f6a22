package org.packetwalk.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.packetwalk.kernel.PrescribedValue;
import org.packetwalk.kernel.RouteMetric;
import org.packetwalk.kernel.RouteMetrics;

/** Prints the metrics of a route of either family ({@code print_rta_metrics}). */
final class RouteMetricsPrinter {

    private static final int ECN = 1;
    private static final long MILLIS_PER_SECOND = 1000;

    private RouteMetricsPrinter() {}

    /** As words of a line. */
    static void text(StringBuilder out, RouteMetrics metrics) {
        boolean congestionControl = metrics.congestionControl().isEmpty();
        for (PrescribedValue each : metrics.values()) {
            if (!congestionControl && each.metric() == RouteMetric.FASTOPEN_NO_COOKIE) {
                out.append("congctl ").append(metrics.congestionControl()).append(' ');
                congestionControl = true;
            }
            out.append(each.metric().word()).append(' ').append(each.locked() ? "lock " : "");
            if (each.metric() == RouteMetric.FEATURES) {
                out.append((each.value() & ECN) != 0 ? "ecn " : "");
                if ((each.value() & ~ECN) != 0) {
                    out.append("0x")
                            .append(Long.toHexString(each.value() & ~ECN))
                            .append(' ');
                }
                continue;
            }
            out.append(measured(each)).append(' ');
        }
        if (!congestionControl) {
            out.append("congctl ").append(metrics.congestionControl()).append(' ');
        }
    }

    /** As a member of a JSON row, if there are any. */
    static void row(Map<String, Object> row, RouteMetrics metrics) {
        if (!metrics.equals(RouteMetrics.NONE)) {
            row.put("metrics", values(metrics));
        }
    }

    /** As the member of a JSON row. */
    static List<Map<String, Object>> values(RouteMetrics metrics) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (PrescribedValue each : metrics.values()) {
            if (each.metric() == RouteMetric.FEATURES) {
                if ((each.value() & ECN) != 0) {
                    values.put("ecn", Json.NULL);
                }
                continue;
            }
            if (each.metric() == RouteMetric.FASTOPEN_NO_COOKIE) {
                congestionControl(values, metrics);
            }
            values.put(each.metric().word(), shown(each));
        }
        congestionControl(values, metrics);
        return List.of(values);
    }

    private static void congestionControl(Map<String, Object> values, RouteMetrics metrics) {
        if (!metrics.congestionControl().isEmpty()) {
            values.put("congestion", metrics.congestionControl());
        }
    }

    /** The value in the unit that is shown: milliseconds for times. */
    private static long shown(PrescribedValue each) {
        return switch (each.metric()) {
            case RTT -> each.value() / 8;
            case RTTVAR -> each.value() / 4;
            default -> each.value();
        };
    }

    private static String measured(PrescribedValue each) {
        long value = shown(each);
        boolean time = each.metric() == RouteMetric.RTT
                || each.metric() == RouteMetric.RTTVAR
                || each.metric() == RouteMetric.RTO_MIN;
        if (!time) {
            return Long.toString(value);
        }
        if (value < MILLIS_PER_SECOND) {
            return value + "ms";
        }
        String seconds = String.format(Locale.ROOT, "%.3f", value / (double) MILLIS_PER_SECOND);
        return seconds.replaceFirst("\\.?0+$", "") + "s";
    }
}

package org.packetwalk.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.kernel.RouteMetrics;

/** Prints the metrics of a route of either family ({@code print_rta_metrics}). */
final class RouteMetricsPrinter {
    private RouteMetricsPrinter() {}

    /** As words of a line. */
    static void text(StringBuilder out, RouteMetrics metrics) {
        if (metrics.mtu() != 0) {
            out.append(metrics.mtuLocked() ? "mtu lock " : "mtu ")
                    .append(metrics.mtu())
                    .append(' ');
        }
        if (metrics.window() != 0) {
            out.append("window ").append(metrics.window()).append(' ');
        }
        if (metrics.advertisedMss() != 0) {
            out.append("advmss ").append(metrics.advertisedMss()).append(' ');
        }
        if (metrics.hopLimit() != 0) {
            out.append("hoplimit ").append(metrics.hopLimit()).append(' ');
        }
        if (metrics.initialWindow() != 0) {
            out.append("initcwnd ").append(metrics.initialWindow()).append(' ');
        }
    }

    /** As a member of a JSON row, if there are any. */
    static void row(Map<String, Object> row, RouteMetrics metrics) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (metrics.mtu() != 0) {
            values.put("mtu", metrics.mtu());
        }
        if (metrics.window() != 0) {
            values.put("window", metrics.window());
        }
        if (metrics.advertisedMss() != 0) {
            values.put("advmss", metrics.advertisedMss());
        }
        if (metrics.hopLimit() != 0) {
            values.put("hoplimit", metrics.hopLimit());
        }
        if (metrics.initialWindow() != 0) {
            values.put("initcwnd", metrics.initialWindow());
        }
        if (!values.isEmpty()) {
            row.put("metrics", List.of(values));
        }
    }
}

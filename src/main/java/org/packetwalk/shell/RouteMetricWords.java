package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.RouteMetric;
import org.packetwalk.kernel.RouteMetrics;

/** Reads the values that {@code ip route add} prescribes, alike for both families ({@code iproute_modify}). */
final class RouteMetricWords {

    private static final List<String> PLAIN =
            List.of("mtu", "hoplimit", "advmss", "reordering", "window", "cwnd", "initcwnd", "initrwnd", "ssthresh");

    private static final double MILLIS_PER_SECOND = 1000;

    private RouteMetrics metrics = RouteMetrics.NONE;

    /** What was read so far. */
    RouteMetrics metrics() {
        return metrics;
    }

    /** Takes a word with what belongs to it; false if it is about something else. */
    boolean take(String word, Words words) {
        if (PLAIN.contains(word)) {
            boolean locked = lock(words);
            String name = word.equals("advmss") ? "mss" : word;
            String wrong = "\"" + name + "\" value is invalid";
            long value = word.equals("hoplimit") ? words.number(limit -> limit <= 255, wrong) : words.unsigned32(wrong);
            metrics = metrics.with(metric(word), value, locked);
            return true;
        }
        switch (word) {
            case "rtt" -> time(RouteMetric.RTT, 8, words, lock(words));
            case "rttvar" -> time(RouteMetric.RTTVAR, 4, words, lock(words));
            case "rto_min" -> time(RouteMetric.RTO_MIN, 1, words, true);
            case "features" -> features(words);
            case "quickack" -> flag(RouteMetric.QUICKACK, words, "\"quickack\" value should be 0 or 1");
            case "fastopen_no_cookie" ->
                flag(RouteMetric.FASTOPEN_NO_COOKIE, words, "\"fastopen_no_cookie\" value should be 0 or 1");
            case "congctl" -> {
                lock(words);
                metrics = metrics.withCongestionControl(words.next());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static RouteMetric metric(String word) {
        for (RouteMetric metric : RouteMetric.values()) {
            if (metric.word().equals(word)) {
                return metric;
            }
        }
        throw new IllegalArgumentException(word);
    }

    private static boolean lock(Words words) {
        boolean locked = words.hasNext() && words.peek().equals("lock");
        if (locked) {
            words.next();
        }
        return locked;
    }

    /** {@code get_time_rtt}: a number with a unit is milliseconds, one without counts in the unit of the metric. */
    private void time(RouteMetric metric, int perMilli, Words words, boolean locked) {
        String text = words.next();
        String number = text.replaceFirst("(s|sec|secs|ms|msec|msecs)$", "");
        if (!number.matches("\\d{1,9}(\\.\\d*)?|\\.\\d+")) {
            throw Words.wrong(text, "\"" + metric.word() + "\" value is invalid");
        }
        String unit = text.substring(number.length());
        double value = Double.parseDouble(number) * (unit.startsWith("s") ? MILLIS_PER_SECOND : 1);
        long whole = (long) Math.ceil(value);
        metrics = metrics.with(metric, unit.isEmpty() ? whole : whole * perMilli, locked);
    }

    private void features(Words words) {
        String name = words.next();
        if (!name.equals("ecn")) {
            throw Words.wrong(name, "\"features\" value not valid");
        }
        metrics = metrics.with(RouteMetric.FEATURES, 1, false);
    }

    private void flag(RouteMetric metric, Words words, String wrong) {
        metrics = metrics.with(metric, words.number(value -> value <= 1, wrong), false);
    }
}

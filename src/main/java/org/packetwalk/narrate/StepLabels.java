package org.packetwalk.narrate;

import java.util.Locale;

/** When and where a step is, in the few words of a list. */
public final class StepLabels {

    private StepLabels() {}

    /** Virtual time since the first step of the walk, in the unit that suits it. */
    public static String time(Step step, Step begin) {
        long nanos = step.at().since(begin.at());
        if (nanos < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f µs", nanos / 1e3);
        }
        return nanos < 1_000_000_000
                ? String.format(Locale.ROOT, "%.3f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }

    /** The letters of its layer. */
    public static String layer(Step step, Messages messages) {
        return messages.text(key("layer", step.stage().layer()));
    }

    /** The name of its station. */
    public static String station(Step step, Messages messages) {
        return messages.text(key("stage", step.stage()));
    }

    private static String key(String prefix, Enum<?> constant) {
        return prefix + '.' + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

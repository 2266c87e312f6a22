package org.packetwalk.export.svg;

import java.util.Locale;

/** Numbers and texts as SVG has them. */
final class SvgNumber {
    private SvgNumber() {}

    /** A length with at most two decimals, the same in every locale. */
    static String of(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        String cut = text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
        return cut.equals("-0") ? "0" : cut;
    }
}

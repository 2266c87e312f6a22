package org.packetwalk.diagram;

/**
 * The measures of the route lookup view for a width, in logical pixels. Where there is room the way through the trie stands
 * beside the ladder, else below it; where there is very little the bits stand below the name of their prefix.
 *
 * @param width of the whole view
 * @param narrow whether the bits stand below the prefix
 * @param margin around everything
 * @param ladder the width of the ladder
 * @param trie the width of the way through the trie
 * @param beside whether the trie stands beside the ladder
 * @param rule the width of the column with the rules
 * @param prefix the width of the column with the prefixes
 * @param status the width of the column that says what came of it
 * @param cell the width of a bit
 * @param gap the room between two octets
 * @param row the height of a row
 */
record LookupMetrics(
        double width,
        boolean narrow,
        double margin,
        double ladder,
        double trie,
        boolean beside,
        double rule,
        double prefix,
        double status,
        double cell,
        double gap,
        double row) {
    private static final double BESIDE_FROM = 1240;
    private static final double NARROW_BELOW = 760;

    static LookupMetrics of(double width, Density density) {
        double margin = width < NARROW_BELOW ? 0 : 20;
        double inner = width - 2 * margin;
        if (width < NARROW_BELOW) {
            double cell = Math.max(6.5, (inner - 24 - 3 * 5) / 32);
            return new LookupMetrics(width, true, margin, inner, inner, false, 0, 0, 0, Math.min(13, cell), 5, 54);
        }
        boolean beside = width >= BESIDE_FROM;
        double trie = beside ? Math.min(460, width * 0.248) : inner;
        double ladder = beside ? inner - trie - 16 : inner;
        double rule = density == Density.COMPACT ? 150 : 172;
        double prefix = density == Density.COMPACT ? 196 : 222;
        double status = density == Density.COMPACT ? 116 : 126;
        double cell = Math.min(20, (ladder - rule - prefix - status - 44 - 3 * 8) / 32);
        double row = density == Density.COMPACT ? 40 : 44;
        return new LookupMetrics(width, false, margin, ladder, trie, beside, rule, prefix, status, cell, 8, row);
    }

    /** How wide 32 bits are. */
    double strip() {
        return 32 * cell + 3 * gap;
    }

    /** Where the bits begin, from the left edge of the ladder. */
    double stripAt() {
        return narrow ? 12 : rule + prefix + 28;
    }
}

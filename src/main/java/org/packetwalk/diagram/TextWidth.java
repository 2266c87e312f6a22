package org.packetwalk.diagram;

/**
 * How wide a text will be, near enough to leave room for it: layout has no fonts, whoever paints has. Widths are those of the
 * SemiBold face, the other weights differ by a few percent.
 */
public final class TextWidth {
    private static final double UNITS = 2048;
    private static final int FIRST = ' ';
    private static final int[] ADVANCES = {
        516, 658, 1071, 1318, 1332, 2057, 1357, 667, 764, 764, 1105, 1378, 653, 953, 653, 776, 1351, 866, 1276, 1303,
        1364, 1254, 1310, 1180, 1311, 1310, 653, 674, 1378, 1378, 1378, 1113, 2046, 1490, 1350, 1509, 1479, 1240, 1204,
        1534, 1527, 567, 1187, 1440, 1158, 1889, 1555, 1574, 1321, 1583, 1336, 1332, 1352, 1507, 1490, 2089, 1474, 1461,
        1336, 764, 776, 764, 986, 961, 719, 1176, 1278, 1193, 1278, 1211, 796, 1281, 1254, 536, 536, 1166, 536, 1844,
        1253, 1247, 1278, 1278, 813, 1125, 723, 1254, 1202, 1719, 1165, 1205, 1159, 931, 735, 931, 1378
    };

    private TextWidth() {}

    /** The width of a text in a style, in pixels. */
    public static double of(String text, TextStyle style) {
        if (style.face().monospaced()) {
            return text.codePointCount(0, text.length()) * 0.6 * style.size();
        }
        return text.codePoints().mapToDouble(TextWidth::advance).sum() * style.size() / UNITS;
    }

    /** The width of a text; a message, whose words are not known here, is taken to be this many characters long. */
    static double of(Text text, TextStyle style, int messageLength) {
        return of(text.match(literal -> literal, (key, arguments) -> "n".repeat(messageLength)), style);
    }

    private static double advance(int character) {
        if (character < FIRST) {
            return 0;
        }
        int index = character - FIRST;
        if (index < ADVANCES.length) {
            return ADVANCES[index];
        }
        // characters of Chinese and its punctuation fill a square
        return character >= 0x2E80 ? UNITS : UNITS * 0.62;
    }
}

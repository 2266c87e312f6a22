package org.packetwalk.capture;

/** Bytes as hexadecimal digits and characters ({@code print-ascii.c}). */
final class HexText {

    private static final int PER_LINE = 16;
    private static final int LINE_OF_DIGITS = 42;

    private HexText() {}

    /** Hexadecimal digits ({@code hex_print}). */
    static void digits(Dissection d, String indent, int at, int length) {
        for (int from = 0; from < length; from += PER_LINE) {
            d.print(indent + offset(from)).print(digits(d, at + from, Math.min(PER_LINE, length - from)));
        }
    }

    /** Hexadecimal digits and characters beside them ({@code hex_and_ascii_print}). */
    static void characters(Dissection d, String indent, int at, int length) {
        for (int from = 0; from < length; from += PER_LINE) {
            int count = Math.min(PER_LINE, length - from);
            StringBuilder characters = new StringBuilder();
            for (int i = 0; i < count; i++) {
                int value = d.u8(at + from + i);
                characters.append(graphic(value) ? (char) value : '.');
            }
            String line = digits(d, at + from, count);
            d.print(indent + offset(from)).print(line + " ".repeat(LINE_OF_DIGITS - line.length()) + characters);
        }
    }

    /** Characters alone ({@code ascii_print}). */
    static void text(Dissection d, int at, int length) {
        StringBuilder text = new StringBuilder("\n");
        for (int i = 0; i < length; i++) {
            int value = d.u8(at + i);
            if (value == '\r') {
                boolean shown = i + 2 < length && d.u8(at + i + 1) != '\n';
                text.append(shown ? "." : "");
            } else {
                text.append(graphic(value) || value == '\t' || value == ' ' || value == '\n' ? (char) value : '.');
            }
        }
        d.print(text.toString());
    }

    private static String offset(int from) {
        return String.format("0x%04x: ", from);
    }

    private static String digits(Dissection d, int at, int count) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < count; i++) {
            line.append(i % 2 == 0 ? " " : "").append(String.format("%02x", d.u8(at + i)));
        }
        return line.toString();
    }

    static boolean graphic(int value) {
        return value > ' ' && value < 0x7f;
    }
}

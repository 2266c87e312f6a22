package org.packetwalk.export.svg;

/** Text as it stands in XML and HTML. */
public final class XmlText {
    private XmlText() {}

    /** The text with what XML reserves escaped, for content and for attributes; characters XML does not have are left out. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::allowed).forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(character);
            }
        });
        return out.toString();
    }

    /** Char of XML 1.0, section 2.2. */
    private static boolean allowed(int character) {
        return character >= 0x20 && character != 0xFFFE && character != 0xFFFF && !surrogate(character)
                || character == '\t'
                || character == '\n'
                || character == '\r';
    }

    private static boolean surrogate(int character) {
        return character >= 0xD800 && character <= 0xDFFF;
    }
}

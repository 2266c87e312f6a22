package org.packetwalk.export.html;

import java.util.List;
import java.util.stream.Collectors;

/** Texts as JSON strings that may stand inside a script element. */
final class JsonText {
    private JsonText() {}

    /** A string in quotes; {@code <} is escaped, so that no text can end the script element. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                out.append('\\').append(character);
            } else if (character < ' ' || character == '<' || character == 0x2028 || character == 0x2029) {
                out.append(String.format("\\u%04x", (int) character));
            } else {
                out.append(character);
            }
        }
        return out.append('"').toString();
    }

    /** A list of strings. */
    static String of(List<String> texts) {
        return texts.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
    }
}

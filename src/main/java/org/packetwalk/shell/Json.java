package org.packetwalk.shell;

import java.util.List;
import java.util.Map;

/** JSON as iproute2 writes it ({@code lib/json_writer.c}): lists, ordered maps, texts, numbers, truth values, {@link #NULL}. */
final class Json {

    /** The JSON null. */
    static final Object NULL = new Object();

    private final boolean pretty;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private Json(boolean pretty) {
        this.pretty = pretty;
    }

    /** On one line without blanks. */
    static String compact(Object value) {
        Json json = new Json(false);
        json.value(value);
        return json.out.toString();
    }

    /** As with {@code -p}. */
    static String pretty(Object value) {
        Json json = new Json(true);
        json.value(value);
        return json.out.toString();
    }

    private void value(Object value) {
        if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof String text) {
            text(text);
        } else {
            out.append(value == NULL ? "null" : value.toString());
        }
    }

    private void list(List<?> list) {
        out.append('[');
        depth++;
        if (pretty) {
            out.append(' ');
        }
        boolean first = true;
        for (Object element : list) {
            if (!first) {
                out.append(',');
            }
            first = false;
            value(element);
        }
        depth--;
        if (pretty && !list.isEmpty()) {
            out.append(' ');
        }
        out.append(']');
    }

    private void object(Map<?, ?> map) {
        out.append('{');
        depth++;
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            line();
            text(entry.getKey().toString());
            out.append(pretty ? ": " : ":");
            value(entry.getValue());
        }
        depth--;
        line();
        out.append('}');
    }

    private void line() {
        if (pretty) {
            out.append('\n').append("    ".repeat(depth));
        }
    }

    private void text(String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}

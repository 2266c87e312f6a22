package org.packetwalk.export.recording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * A part of a recording as something to compare: objects with their keys in order. Its text is how the reference
 * script {@code compare} (Python) shows it, so that both tell of a difference in the same words.
 */
final class Frozen {

    private Frozen() {}

    /** A value: objects as tuples of pairs, sorted by key, lists as tuples. Equal values have equal texts. */
    static String text(JsonElement value) {
        if (value.isJsonObject()) {
            return tuple(sorted(value.getAsJsonObject()).entrySet().stream()
                    .map(entry -> "(" + quote(entry.getKey()) + ", " + text(entry.getValue()) + ")")
                    .toList());
        }
        if (value.isJsonArray()) {
            return tuple(
                    value.getAsJsonArray().asList().stream().map(Frozen::text).toList());
        }
        return value.isJsonNull() ? "None" : scalar(value.getAsJsonPrimitive());
    }

    /** An object as a dictionary, sorted by key, with its packet label last. */
    static String item(JsonObject item, List<String> without, String label) {
        List<String> entries = new ArrayList<>();
        sorted(item).forEach((key, value) -> {
            if (!without.contains(key)) {
                entries.add(quote(key) + ": " + text(value));
            }
        });
        entries.add("'pkt': " + label);
        return "{" + String.join(", ", entries) + "}";
    }

    /** The members of an object at any depth, each with its path: {@code (('a', 'dev'), value)}. */
    static List<String> flat(List<String> prefix, JsonElement value) {
        List<String> found = new ArrayList<>();
        if (value.isJsonObject()) {
            value.getAsJsonObject().entrySet().forEach(entry -> {
                List<String> path = new ArrayList<>(prefix);
                path.add(entry.getKey());
                found.addAll(flat(path, entry.getValue()));
            });
            return found;
        }
        String path = tuple(prefix.stream().map(Frozen::quote).toList());
        List<JsonElement> members = value.isJsonArray() ? value.getAsJsonArray().asList() : List.of(value);
        members.forEach(member -> found.add("(" + path + ", " + text(member) + ")"));
        return found;
    }

    /** Texts as a list. */
    static String list(List<String> texts) {
        return texts.stream().map(Frozen::quote).collect(Collectors.joining(", ", "[", "]"));
    }

    private static Map<String, JsonElement> sorted(JsonObject object) {
        Map<String, JsonElement> sorted = new TreeMap<>();
        object.entrySet().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static String tuple(List<String> members) {
        return members.size() == 1 ? "(" + members.get(0) + ",)" : "(" + String.join(", ", members) + ")";
    }

    private static String scalar(JsonPrimitive value) {
        if (value.isBoolean()) {
            return value.getAsBoolean() ? "True" : "False";
        }
        if (value.isNumber()) {
            BigDecimal number = value.getAsBigDecimal();
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return quote(value.getAsString());
    }

    static String quote(String text) {
        char mark = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(mark);
        text.codePoints().forEach(c -> {
            if (c == mark || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '\r') {
                quoted.append("\\r");
            } else if (c == '\t') {
                quoted.append("\\t");
            } else if (c < ' ' || c == 0x7f) {
                quoted.append(String.format("\\x%02x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append(mark).toString();
    }
}

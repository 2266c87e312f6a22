package org.packetwalk.export.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Writes a recording so that it reads and compares well line by line: one line for each packet, event and setup line. */
final class RecordingWriter {

    private static final List<String> SPREAD = List.of("packets", "events", "counters", "stdout");

    private RecordingWriter() {}

    static String write(JsonObject root) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonElement> part : root.entrySet()) {
            String name = part.getKey();
            String text = name.equals("script")
                    ? script(part.getValue().getAsJsonArray())
                    : block(part.getValue(), 1, depth(name));
            parts.add(" " + quote(name) + ": " + text);
        }
        return "{\n" + String.join(",\n", parts) + "\n}\n";
    }

    private static int depth(String part) {
        return switch (part) {
            case "head", "chains" -> 1;
            case "state", "state_end" -> 3;
            default -> 0;
        };
    }

    private static String script(JsonArray lines) {
        return lines.asList().stream()
                .map(line -> line(line.getAsJsonObject()))
                .collect(Collectors.joining(",\n", "[\n", "\n ]"));
    }

    private static String line(JsonObject line) {
        if (!line.has("probe")) {
            return "  " + one(line);
        }
        return line.entrySet().stream()
                .map(entry -> "   " + quote(entry.getKey()) + ": "
                        + block(entry.getValue(), 3, SPREAD.contains(entry.getKey()) ? 1 : 0))
                .collect(Collectors.joining(",\n", "  {\n", "\n  }"));
    }

    /** A value whose outer {@code depth} levels have a line for each member. */
    private static String block(JsonElement value, int indent, int depth) {
        String pad = " ".repeat(indent);
        if (depth > 0 && value.isJsonObject() && !value.getAsJsonObject().isEmpty()) {
            return value.getAsJsonObject().entrySet().stream()
                    .map(entry ->
                            pad + " " + quote(entry.getKey()) + ": " + block(entry.getValue(), indent + 1, depth - 1))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + pad + "}"));
        }
        if (depth > 0 && value.isJsonArray() && !value.getAsJsonArray().isEmpty()) {
            return value.getAsJsonArray().asList().stream()
                    .map(element -> pad + " " + block(element, indent + 1, depth - 1))
                    .collect(Collectors.joining(",\n", "[\n", "\n" + pad + "]"));
        }
        return one(value);
    }

    private static String one(JsonElement value) {
        if (value.isJsonObject()) {
            return value.getAsJsonObject().entrySet().stream()
                    .map(entry -> quote(entry.getKey()) + ": " + one(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isJsonArray()) {
            return value.getAsJsonArray().asList().stream()
                    .map(RecordingWriter::one)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
            return quote(value.getAsString());
        }
        return value.toString();
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                default -> {
                    if (c < ' ') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
